"""Why a change is not made."""

from __future__ import annotations

from typing import Any


class RefusedError(Exception):
    """Nothing was run. str() says why, for a person; `reason` and `details` say it to the page."""

    reason = ""

    def __init__(self, message: str, **details: Any) -> None:
        super().__init__(message)
        self.details = details
