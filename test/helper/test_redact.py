"""What must not be kept of a command."""

from __future__ import annotations

import unittest

from zfsadmin.redact import Redactor


class Redaction(unittest.TestCase):
    def redacted(self, word: str) -> str:
        return Redactor(["zfs", "create", "-o", word, "tank/a"]).argv[3]

    def test_arguments(self) -> None:
        expected = {
            "keylocation=https://anna:secret@host/key": "keylocation=https://(hidden)@host/key",
            "keylocation=https://token@host:8443/key": "keylocation=https://(hidden)@host:8443/key",
            "keylocation=https://anna:p@ss/w rd@host/key": "keylocation=https://(hidden)@host/key",
            "keylocation=HTTPS://anna:secret@host": "keylocation=HTTPS://(hidden)@host",
            "keylocation=https://host/key": "keylocation=https://host/key",
            "keylocation=file:///root/key": "keylocation=file:///root/key",
            "org.example:private-note=mine": "org.example:private-note=(hidden)",
            "org.example:private=a:b=c": "org.example:private=(hidden)",
            "org.example:note=public": "org.example:note=public",
            "comment=https://anna:secret@host is it": "comment=https://(hidden)@host is it",
        }
        self.assertEqual({word: self.redacted(word) for word in expected}, expected)

    def test_attached_to_its_option(self) -> None:
        self.assertEqual(Redactor(["-okeylocation=https://a:b@h/"]).argv, ["-okeylocation=https://(hidden)@h/"])

    def test_names_are_left_alone(self) -> None:
        argv = ["zfs", "set", "userquota@anna@EXAMPLE=1G", "tank/a@x"]
        self.assertEqual(Redactor(argv).argv, argv)

    def test_what_the_command_said(self) -> None:
        redactor = Redactor(["zfs", "set", "keylocation=https://anna:secret@host/", "org.x:private=my own", "tank/a"])
        said = "cannot use anna:secret at host\nbad value 'my own'\nsee https://other:word@host\nmail a@b"
        expected = "cannot use (hidden) at host\nbad value '(hidden)'\nsee https://(hidden)@host\nmail a@b"
        self.assertEqual(redactor.text(said), expected)
