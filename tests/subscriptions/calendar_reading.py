"""Reading: a calendar taken apart as RFC 5545 has it, more strictly than any program does."""

from __future__ import annotations

import re

LINE = re.compile(r"(?P<name>[A-Z-]+)(?P<parameters>(?:;[A-Z-]+=[^;:,\"]+)*):(?P<value>.*)", re.DOTALL)
UNESCAPED = re.compile(r"(?:\\[\\;,n]|[^\\;,])*")
TEXTS = {"SUMMARY", "DESCRIPTION", "X-WR-CALNAME"}


def content_lines(content: bytes) -> list[tuple[str, str]]:
    """Name and value of each content line; AssertionError for what the standard forbids."""
    assert content.endswith(b"\r\n")
    raw = content[:-2].split(b"\r\n")
    assert all(b"\r" not in each and b"\n" not in each for each in raw)
    assert all(0 < len(each) <= 75 for each in raw)
    for each in raw:
        each.decode()  # no character is cut in two
    text = content[:-2].decode().replace("\r\n ", "")
    found = []
    for line in text.split("\r\n"):
        match = LINE.fullmatch(line)
        assert match is not None, line
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f]", line)
        value = match["value"]
        if match["name"] in TEXTS:
            assert UNESCAPED.fullmatch(value), value
            value = re.sub(r"\\(.)", lambda sign: "\n" if sign[1] == "n" else sign[1], value)
        found.append((match["name"], value))
    return found


def events(content: bytes) -> list[dict[str, str]]:
    """The properties of each event of a calendar, which is whole."""
    lines = content_lines(content)
    assert lines[:3] == [("BEGIN", "VCALENDAR"), ("VERSION", "2.0"), ("PRODID", "-//bsc-site//bsc-site//EN")]
    assert lines[-1] == ("END", "VCALENDAR")
    open_, found, components = ["VCALENDAR"], list[dict[str, str]](), 0
    for name, value in lines[1:-1]:
        if name == "BEGIN":
            open_.append(value)
            components += 1
            if value == "VEVENT":
                found.append({})
        elif name == "END":
            assert open_.pop() == value
        elif open_[-1] == "VEVENT":
            assert name not in found[-1]
            found[-1][name] = value
    assert open_ == ["VCALENDAR"]
    assert components > 0
    for each in found:
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= each.keys()
    assert len({each["UID"] for each in found}) == len(found)
    return found
