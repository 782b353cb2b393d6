"""Claims where nobody else can be: on a file, which one bot holds."""

from pathlib import Path

import pytest

from storage import Kind, claims_of


@pytest.mark.sqlite
@pytest.mark.unmigrated
async def test_worker_that_is_alone(url: str, tmp_path: Path) -> None:
    """All is its own, and nothing is opened for it."""
    claims = claims_of(url)
    await claims.open()
    async with claims.hold(Kind.MAIL, 5) as first, claims.hold(Kind.MAIL, 5) as second:
        mine = [claim is not None and await claim.still_mine() for claim in (first, second)]
    kept = await claims.keeps(Kind.POLLING)
    await claims.close()
    assert ([True, True], True, False, 1, []) == (mine, kept, claims.shared, claims.workers, made_in(tmp_path))


def made_in(folder: Path) -> list[Path]:
    """List what is in a folder."""
    return list(folder.iterdir())
