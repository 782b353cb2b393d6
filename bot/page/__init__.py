"""The chat page: a sandbox's people in a browser, and buttons that kill and start the bot.

page = Page(sandbox, process, roles)
page.add_routes(sandbox.app)      # before the sandbox is opened
"""

from bot.page.site import Page

__all__ = ["Page"]
