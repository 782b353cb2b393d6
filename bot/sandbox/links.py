"""What Telegram takes for a link."""

import re
from urllib.parse import urlsplit

USER_LINK = re.compile(r"tg:(?://)?user\?id=(\d+)\Z")
HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_][\w-]+|\d{1,3}(?:\.\d{1,3}){3}")


def user_of(link: str) -> str:
    """Return the user id in a `tg://user?id=` link, or an empty text."""
    match = USER_LINK.match(link)
    return match[1] if match else ""


def checked_link(link: str) -> str:
    """Return the link as the server stores it (`example.org` is `http://example.org/`), empty where it is none."""
    if not link or any(character.isspace() for character in link):
        return ""
    if link.lower().startswith(("tg:", "ton:", "tonsite:")):
        return link
    return web_link(link if "://" in link else f"http://{link}")


def web_link(link: str) -> str:
    """Return a web address with its path, empty where it is none."""
    try:
        parts = urlsplit(link)
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not HOST.fullmatch(parts.hostname or "") or port == 0:
        return ""
    after = link[link.index("://") + 3 + len(parts.netloc) :]
    return f"{parts.scheme}://{parts.netloc.lower()}{after if after.startswith('/') else '/' + after}"


def link_of(address: str) -> tuple[str, str]:
    """Return the kind and argument of an entity for a link, both empty where it is no link."""
    user = user_of(address)
    if user:
        return "text_mention", user
    link = checked_link(address)
    return ("text_link", link) if link else ("", "")
