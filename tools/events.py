"""What the helper makes of the output of `zpool events -Hv` on standard input, as JSON: for tools/parse.ts."""

from __future__ import annotations

import json
import sys

from zfsadmin.events import Event, Reader
from zfsadmin.fold import Folded

reader = Reader()
items = reader.feed(sys.stdin.buffer.read())
lines = [
    Folded(item).line() if isinstance(item, Event) else {"kind": "everything", "reason": "dropped"} for item in items
]
if reader.remark:
    lines.append({"kind": "remark", "text": reader.remark})
json.dump(lines, sys.stdout)
