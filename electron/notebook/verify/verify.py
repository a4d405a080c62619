#!/usr/bin/env python3
"""Checks a Kiroku notebook without Kiroku. Python 3.8 or newer, standard library only.

    python3 verify.py [FOLDER] [--json] [--signatures cryptography|openssl|none]
                      [--opening FILE]

Without FOLDER it checks the folder it lies in. A redacted copy is checked in the same way, and
--opening holds against it what somebody has shown of the hidden values. Exit code: 0 in order,
1 something was found, 2 not a notebook or wrong use. Signatures are checked with the Python package "cryptography" if it
is installed, otherwise with the "openssl" command (3.0 or newer). Nothing is written into the
notebook.

A verify.py that came with a notebook says what the sender wants it to say. Whoever does not trust
the sender uses a verify.py of their own. The format is described in docs/format.md of the program.
"""

import os
import sys

if __name__ == "__main__":
    # A file in the notebook that is called like a module must not be run (os is loaded already).
    _here = os.path.realpath(os.path.dirname(os.path.abspath(__file__)))
    sys.path[:] = [place for place in sys.path if place and os.path.realpath(place) != _here]

import argparse
import base64
import concurrent.futures
import datetime
import hashlib
import hmac
import json
import re
import stat
import subprocess
import tempfile

FOLDER_VERSION = 1
LINE_VERSION = 1
LONGEST_LINE = 1048576
DEEPEST_NESTING = 64
LARGEST_INTEGER = 2**53 - 1
MOST_FINDINGS_OF_A_FEED = 100
SIGNATURE_PREFIX = b"kiroku-op-v1\n"
LEFT_OUT_PREFIX = b"kiroku-left-out-v1\n"
REDACTED_PREFIX = b"kiroku-redacted-v1\n"
REDACTION_PREFIX = b"kiroku-redaction-v1\n"
SALT_PREFIX = "kiroku-salt-v1\n"
LONGEST_STATEMENT = 16384
LONGEST_OPENING = 16 * LONGEST_LINE
LONGEST_SHOWN_VALUE = 200
LATEST_WALL = 253370764800000
LARGEST_TIMESTAMP = 262144
NO_PREVIOUS_LINE = "0" * 64
KNOWN_TYPES = (
    "feed.open",
    "key.rotate",
    "incident.set",
    "entry.add",
    "entry.correct",
    "entry.withdraw",
    "entry.restore",
    "evidence.add",
    "evidence.item",
    "evidence.set",
    "evidence.custody",
    "source.add",
    "source.clock",
    "checklist.adopt",
    "checklist.item",
    "asset.set",
    "account.set",
    "service.set",
    "contact.set",
    "movement.set",
    "indicator.set",
    "action.set",
    "filter.set",
    "path.set",
    "question.set",
    "coverage.set",
    "course.set",
    "decision.set",
    "authority.set",
    "deadline.set",
    "read.mark",
    "device.set",
    "lesson.set",
    "review.set",
    "minute.set",
    "release.submit",
    "release.review",
    "release.publish",
    "release.withdraw",
    "handover.accept",
    "clock.check",
    "clock.jump",
    "merge",
    "seal",
)

# The same codes and sentences as the program; its tests compare them.
FINDINGS = {
    "fork": (
        "damage",
        "Feed {feed} holds two different lines with number {number}; the second is "
        "line {line} of its file. Both are kept but neither is read, nor anything "
        "after them. Compare the folder with a copy from another device.",
    ),
    "bad-signature": (
        "damage",
        "Line {line} of feed {feed} is not what its device signed: it was changed "
        "after it was written. It is kept in the file but not read. Look for the true"
        " line in a copy from another device or a backup.",
    ),
    "key-differs": (
        "damage",
        "The first line of feed {feed} (line {line}) carries a key that belongs to "
        "another feed. It is kept in the file but not read. Look for the true line in"
        " a copy from another device or a backup.",
    ),
    "seen-differs": (
        "damage",
        "Line {line} of feed {feed} is not the line that feed {witness} had read: it "
        "was rewritten later. It is shown as it is now. Look for the first wording in"
        " a copy from another device or a backup.",
    ),
    "seen-missing": (
        "damage",
        "Feed {feed} ends at number {last}, but feed {witness} had read its number "
        "{number}: its end is gone. What is left is read. Look for the rest in a copy"
        " from another device or a backup.",
    ),
    "feed-missing": (
        "damage",
        "Nothing of feed {feed} is left in this folder, but feed {witness} had read "
        "it up to number {number}. Everything else is read. Look for the missing file"
        " in a copy from another device or a backup.",
    ),
    "seal-differs": (
        "damage",
        "The seal at line {line} of feed {feed} covers number {number} of feed "
        "{other}, and that line is another one now: it was rewritten after sealing. "
        "It is shown as it is now. Compare with the printed report and with copies.",
    ),
    "seal-missing": (
        "damage",
        "The seal at line {line} of feed {feed} covers number {number} of feed "
        "{other}, which is not here any more. What is left is read. Look for the rest"
        " in a copy from another device or a backup.",
    ),
    "seal-wrong": (
        "damage",
        "The seal at line {line} of feed {feed} does not agree with itself: its value"
        " was not computed from the lines that it names. The line is kept. Do not "
        "rely on this seal; seal again.",
    ),
    "seal-evidence": (
        "damage",
        "The seal at line {line} of feed {feed} was made over other evidence than the"
        " lines before it name. The line is kept. Compare the evidence list with the "
        "printed report.",
    ),
    "lines-missing": (
        "damage",
        (
            "Before line {line} of feed {feed} a line is missing (number {from} to "
            "{to}). The others are read. Look for it in a copy from another device or"
            " a backup.",
            "Before line {line} of feed {feed} {n} lines are missing (number {from} "
            "to {to}). The others are read. Look for them in a copy from another "
            "device or a backup.",
        ),
    ),
    "chain-broken": (
        "damage",
        "Line {line} of feed {feed} (number {number}) does not continue the line "
        "before it: one of the two was exchanged. Both are read. Compare them with a "
        "copy from another device or a backup.",
    ),
    "line-unreadable": (
        "damage",
        "Line {line} of feed {feed} is damaged and cannot be read. It is kept in the "
        "file; the other lines are read. Look for the true line in a copy from "
        "another device or a backup.",
    ),
    "line-too-long": (
        "damage",
        "Line {line} of feed {feed} is longer than any line may be. It is kept in the"
        " file but not read; the other lines are read.",
    ),
    "line-malformed": (
        "damage",
        "Line {line} of feed {feed} is not an operation of a notebook. It is kept in "
        "the file but not read; the other lines are read.",
    ),
    "line-moved": (
        "damage",
        "Line {line} of feed {feed} (number {number}) stands after later ones: lines "
        "were put into another order. It is read at its true place.",
    ),
    "line-repeated": (
        "damage",
        "Line {line} of feed {feed} repeats number {number} word for word. It is read"
        " once.",
    ),
    "other-notebook": (
        "damage",
        "Line {line} of feed {feed} was written for another notebook. It is kept in "
        "the file but not read.",
    ),
    "other-feed": (
        "damage",
        "Line {line} of feed {feed} belongs to another feed. It is kept in the file "
        "but not read.",
    ),
    "lamport-wrong": (
        "damage",
        "Line {line} of feed {feed} (number {number}) carries an order number that "
        "does not follow from what its device had read. It is read; its place among "
        "the lines of other devices may be wrong.",
    ),
    "feed-not-a-file": (
        "damage",
        "Feed {feed} is not an ordinary file (a link, a folder or a device) and is "
        "not read. Everything else is read. Put a copy of the true file in its place.",
    ),
    "more-findings": (
        "damage",
        (
            "Feed {feed} has one more finding that is not listed.",
            "Feed {feed} has {n} more findings that are not listed.",
        ),
    ),
    "evidence-missing": (
        "damage",
        "The file of evidence item {no} (SHA-256 {sha256}) is not in the evidence "
        "folder. What was written about it is kept. Put a copy of the file back; its "
        "name is its SHA-256 with .evid.",
    ),
    "evidence-changed": (
        "damage",
        "The file of evidence item {no} (SHA-256 {sha256}) is not the file that was "
        "taken in: its content or size is another one. It is left as it is. Look for "
        "the true file in a copy from another device or a backup.",
    ),
    "evidence-hash-differs": (
        "damage",
        "The {hash} that line {line} of feed {feed} records for evidence item {no} is not"
        " that of its file, though the SHA-256 ({sha256}) is: the {hash} was recorded "
        "wrong. The file is left as it is. Do not rely on this {hash}, and write down "
        "that it is wrong.",
    ),
    "copy-outdated": (
        "damage",
        "This copy of the notebook is not the one that this computer wrote last: line "
        "{seq} of feed {feed} was saved and is not in it. An older copy was put back, or "
        "the end of the feed was changed. Everything here is read, and what you write now "
        "goes into a new feed. Look for the newer copy.",
    ),
    "redaction-missing": (
        "damage",
        "Nobody answers for this redacted copy: the statement of whoever redacted it "
        "(redaction.json) is missing, was changed or is of another notebook. Do not "
        "rely on its redacted lines. Ask for the copy again.",
    ),
    "redaction-differs": (
        "damage",
        "The file of feed {feed} is not the one that the redactor signed for: after "
        "redaction, lines were added, exchanged or taken out. Ask for the copy again.",
    ),
    "redactor-unknown": (
        "damage",
        "The device that redacted this copy (feed {redactor}) has no feed in it: it "
        "is no device of this notebook. Ask who made the copy.",
    ),
    "redacted-wrong": (
        "damage",
        "Line {line} of feed {feed} stands for a redacted line, but what it says is "
        "not what the redactor signed. It is kept in the file but not read. Ask for "
        "the copy again.",
    ),
    "opening-wrong": (
        "damage",
        "What was shown for number {number} of feed {feed} ({at}) does not fit this "
        "copy: it is not what was hidden there. Do not rely on it.",
    ),
    "signatures-not-checked": (
        "warning",
        "The signatures were NOT checked: neither the Python package \"cryptography\" "
        "nor an \"openssl\" command that knows Ed25519 was found. Everything else was "
        "checked. Install one of them and check again.",
    ),
    "key-missing": (
        "warning",
        (
            "The line with the key of feed {feed} cannot be read, so the signature of"
            " one line (line {line}) could not be checked. The line is read. Look for"
            " the first line in a copy from another device or a backup.",
            "The line with the key of feed {feed} cannot be read, so the signatures "
            "of {n} lines (from line {line} on) could not be checked. The lines are "
            "read. Look for the first line in a copy from another device or a backup.",
        ),
    ),
    "torn-tail": (
        "warning",
        "The last line of feed {feed} (line {line}) was not written to its end. It "
        "was never confirmed as saved. The program sets it aside in a file of its own"
        " when it opens the notebook for writing; write the entry again if it is "
        "missing.",
    ),
    "no-feeds": (
        "warning",
        "The notebook holds no feed: nothing has been written, or its files are gone."
        " Look for the folder \"feeds\" in a copy or a backup.",
    ),
    "feed-empty": (
        "warning",
        "The file of feed {feed} is empty: its device stopped before its first line, "
        "or its content is gone.",
    ),
    "predecessor-missing": (
        "warning",
        "Feed {feed} continues feed {other}, which is not in this folder. Everything "
        "here is read. Look for the older feed in a copy or a backup.",
    ),
    "successor-differs": (
        "warning",
        "Feed {feed} says that it continues feed {other}, but that one handed over to the "
        "key of feed {next}: another device, or another key, made itself its successor. "
        "Everything here is read. Ask the owner of the device.",
    ),
    "evidence-extra": (
        "warning",
        "The evidence folder holds a file (SHA-256 {sha256}) that no line names: "
        "taking it in was interrupted, or the line that names it is missing. It is "
        "left as it is.",
    ),
    "after-loss": (
        "warning",
        (
            "Feed {feed} has a line (line {line}, number {number}) that had not been read "
            "when its device was reported lost (line {said} of feed {other}): whoever holds "
            "the device may have written it. It is read. Ask the owner whether it is theirs.",
            "Feed {feed} has {n} lines (from line {line}, number {number} on) that had not "
            "been read when its device was reported lost (line {said} of feed {other}): "
            "whoever holds the device may have written them. They are read. Ask the owner "
            "which are theirs.",
        ),
    ),
    "after-rotation": (
        "warning",
        (
            "Feed {feed} has a line (line {line}, number {number}) after the one with which "
            "its device went over to the key of feed {other} (line {said}): whoever kept the "
            "old key wrote it. It is read. Ask the owner of the device.",
            "Feed {feed} has {n} lines (from line {line}, number {number} on) after the one "
            "with which its device went over to the key of feed {other} (line {said}): "
            "whoever kept the old key wrote them. They are read. Ask the owner of the device.",
        ),
    ),
    "rotation-wrong": (
        "warning",
        "Line {line} of feed {feed} names feed {other} as the one to go on in, but with a "
        "key that is not the one of that feed. It does not count: feed {feed} has not ended.",
    ),
    "left-out-wrong": (
        "warning",
        "A statement says that the file of evidence item {no} (SHA-256 {sha256}) was left "
        "out on purpose, but no device of this notebook signed it for this item. It does "
        "not count: the file is treated as missing.",
    ),
    "timestamp-wrong": (
        "warning",
        "The time stamp on seal {seal} proves nothing: its signature does not hold, it is "
        "of something else, or its certificate is not for time stamps. The seal itself is "
        "not touched by this. Look for the answer of the service in a copy.",
    ),
    "timestamp-not-checked": (
        "warning",
        "The time stamp on seal {seal} was NOT checked: what it is signed with is not known "
        "here, or there is no \"openssl\" command. Everything else was checked.",
    ),
    "device-lost": (
        "note",
        "The device of feed {feed} was reported lost (line {said} of feed {other}). Every"
        " line of it that is here had been read by then. Lines that come later may be of "
        "anybody who holds it.",
    ),
    "key-rotated": (
        "note",
        "Feed {feed} ended at line {line}: its key was changed there, and named the key of "
        "feed {other} as the next one.",
    ),
    "redaction-proven": (
        "note",
        "This is a redacted copy. {whole} of its {lines} lines are whole: each is "
        "what its device signed. Of the {redacted} redacted lines, {named} are named "
        "by their hash in whole lines: that they stand where they stood is proven "
        "too.",
    ),
    "redaction-word": (
        "note",
        "For the redacted lines ({n}) there is only the word of the device that "
        "redacted them (feed {redactor}, on {at}): that what still shows of them is "
        "what was written, and that those which no whole line names stand where they "
        "stood. Whoever shows an original line proves it.",
    ),
    "redaction-hidden": (
        "note",
        (
            "One value is hidden behind a salted commitment: when it is shown later, it "
            "can be proven to be the one that was hidden. Nothing here tells what it is.",
            "Hidden are {n} values, each behind a salted commitment: when one is shown "
            "later, it can be proven to be the one that was hidden. Nothing here tells "
            "what they are.",
        ),
    ),
    "opening-line": (
        "note",
        "The original of line {line} of feed {feed} (number {number}) was shown and "
        "fits: it has the hash that is held here, its device signed it, and the "
        "redacted line says nothing else.",
    ),
    "opening-value": (
        "note",
        "The value shown for {at} in line {line} of feed {feed} (number {number}) is "
        "the one that was hidden. It says {value}.",
    ),
    "evidence-left-out": (
        "note",
        "The file of evidence item {no} (SHA-256 {sha256}) was left out of this copy on "
        "purpose: {by} (feed {device}) signed so on {at}. Its hash is known, so the file "
        "can be checked whenever it comes. Ask there for it.",
    ),
    "timestamp": (
        "note",
        "Seal {seal} was there at {at}: a time-stamping service signed so (RFC 3161). "
        "Whether to trust its certificate is for you to say; openssl ts -verify with the "
        "certificate of its authority tells more.",
    ),
    "newer-line": (
        "note",
        (
            "Feed {feed} has a line in a newer format (version {v}) from line {line} "
            "on. It is kept but neither read nor checked here. Open the notebook with"
            " a newer version of the program.",
            "Feed {feed} has {n} lines in a newer format (version {v}) from line "
            "{line} on. They are kept but neither read nor checked here. Open the "
            "notebook with a newer version of the program.",
        ),
    ),
    "newer-operation": (
        "note",
        (
            "Feed {feed} has an operation \"{type}\" written by a newer version. It is "
            "kept and its signature was treated like any other, but its meaning is "
            "not known here.",
            "Feed {feed} has {n} operations \"{type}\" written by a newer version. They"
            " are kept and their signatures were treated like any other, but their "
            "meaning is not known here.",
        ),
    ),
}

NOT_PROVEN = (
    "Not proven by any of this: who sat at the keyboard; that what was written was true; that the "
    "end of a feed was not rewritten by someone who holds its key, as long as no other device, "
    "seal or print-out has witnessed it."
)

CODES = list(FINDINGS)
SEVERITIES = ("damage", "warning", "note")


class Problem(Exception):
    """The folder cannot be checked at all; said in one sentence, exit code 2."""


# --- findings -------------------------------------------------------------------------------


def finding(code, feed=None, line=None, values=None):
    found = {"code": code, "severity": FINDINGS[code][0]}
    if feed is not None:
        found["feed"] = feed
    if line is not None:
        found["line"] = line
    if values:
        found["values"] = values
    return found


def importance(found):
    return (
        SEVERITIES.index(found["severity"]),
        found.get("feed", ""),
        found.get("line", 0),
        CODES.index(found["code"]),
        json.dumps(found.get("values", {}), separators=(",", ":")),
    )


def word(found):
    sentence = FINDINGS[found["code"]][1]
    values = dict(found.get("values", {}))
    for name in ("feed", "line"):
        if name in found:
            values[name] = found[name]
    if isinstance(sentence, tuple):
        sentence = sentence[0] if values.get("n") == 1 else sentence[1]
    return re.sub(r"\{(\w+)\}", lambda place: say_value(values[place.group(1)]), sentence)


def say_value(value):
    if isinstance(value, int):
        return "{:,}".format(value)
    if re.fullmatch("k1-[0-9a-f]{32}", value):
        return value[:11]
    return value[:12] if re.fullmatch("[0-9a-f]{64}", value) else value


# --- canonical JSON -------------------------------------------------------------------------


def read_integer(digits):
    # The length is looked at first: turning a million digits into a number takes very long.
    if len(digits) > 17 or abs(int(digits)) > LARGEST_INTEGER:
        raise ValueError("integer out of range")
    return int(digits)


def refuse_number(_text):
    raise ValueError("not an integer")


def read_members(pairs):
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a key twice")
    if not all(re.fullmatch("[ -~]*", key) for key in members):
        raise ValueError("key is not ASCII")
    return members


DECODER = json.JSONDecoder(
    object_pairs_hook=read_members,
    parse_int=read_integer,
    parse_float=refuse_number,
    parse_constant=refuse_number,
)
ENCODER = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
)


def canonicalize(value):
    return ENCODER.encode(value)


def parse_canonical(data):
    """The value of a canonical line; ValueError for everything else."""
    text = data.decode("utf-8")
    try:
        value = DECODER.decode(text)
        if is_too_deep(value, text) or canonicalize(value) != text:
            raise ValueError("not canonical")
    except RecursionError:
        raise ValueError("nested too deeply") from None
    return value


def is_too_deep(value, text):
    if text.count("[") + text.count("{") <= DEEPEST_NESTING:
        return False
    level = [value]
    for _depth in range(DEEPEST_NESTING + 1):
        deeper = []
        for item in level:
            if isinstance(item, dict):
                deeper.extend(item.values())
            elif isinstance(item, list):
                deeper.extend(item)
        level = deeper
    return bool(level)


# --- the shape of a line --------------------------------------------------------------------


def is_text(value, pattern):
    return isinstance(value, str) and re.fullmatch(pattern, value) is not None


def is_integer(value):
    return isinstance(value, int) and not isinstance(value, bool)


def is_count(value):
    return is_integer(value) and value >= 0


def is_sha256(value):
    return is_text(value, "[0-9a-f]{64}")


def is_id(value):
    return is_text(value, "[0-9a-f]{32}")


def is_feed(value):
    return is_text(value, "k1-[0-9a-f]{32}")


def is_short(value, least, most):
    return isinstance(value, str) and least <= len(value) <= most


def is_heads(value):
    return isinstance(value, dict) and all(
        is_feed(feed)
        and isinstance(head, list)
        and len(head) == 2
        and is_count(head[0])
        and is_sha256(head[1])
        for feed, head in value.items()
    )


def is_operation(value):
    return (
        isinstance(value, dict)
        and is_text(value.get("t"), r"[a-z-]+(\.[a-z-]+)?")
        and is_id(value.get("id"))
    )


PAYLOAD_FIELDS = {
    "v": lambda value: is_integer(value) and value == LINE_VERSION,
    "nb": is_id,
    "feed": is_feed,
    "seq": is_count,
    "prev": is_sha256,
    "lam": is_count,
    "seen": is_heads,
    "wall": is_integer,
    "tz": lambda value: is_text(value, "[+-][0-9]{2}:[0-9]{2}"),
    "mono": is_count,
    "boot": lambda value: is_short(value, 0, 128),
    "by": lambda value: is_short(value, 1, 200),
    "op": is_operation,
}
OPTIONAL_FIELDS = {"seen"}


def is_line(value):
    """True for a line of version 1: every field there, of the right shape, and no other."""
    if not isinstance(value, dict) or set(value) != {"p", "s"}:
        return False
    payload = value["p"]
    if not isinstance(payload, dict) or not set(payload) <= set(PAYLOAD_FIELDS):
        return False
    if not set(PAYLOAD_FIELDS) - OPTIONAL_FIELDS <= set(payload):
        return False
    # 64 bytes in the one base64 spelling that they have.
    return is_text(value["s"], "[A-Za-z0-9+/]{85}[AQgw]==") and all(
        PAYLOAD_FIELDS[name](field) for name, field in payload.items()
    )


# Who wrote, or a member of the operation or of its "fields"; keys are escaped as in RFC 6901.
PLACE = r"/(?:by|op/(?:[ -.0-}]|~[01])*(?:/(?:[ -.0-}]|~[01])*)?)"


def keys_of(place):
    return [key.replace("~1", "/").replace("~0", "~") for key in place.split("/")[1:]]


def value_at(payload, place):
    """(True, value) at a place of a payload, or (False, None)."""
    value = payload
    for key in keys_of(place):
        if not isinstance(value, dict) or key not in value:
            return False, None
        value = value[key]
    return True, value


def without_places(payload, places):
    copy = json.loads(canonicalize(payload))
    for place in places:
        keys = keys_of(place)
        parent = copy
        for key in keys[:-1]:
            parent = parent[key]
        del parent[keys[-1]]
    return copy


def is_taken_out(payload, place):
    """True when a value could have stood there, and none does."""
    keys = keys_of(place)
    parent = payload
    for key in keys[:-1]:
        if not isinstance(parent, dict) or key not in parent:
            return False
        parent = parent[key]
    return isinstance(parent, dict) and keys[-1] not in parent


def is_redacted(value):
    """True for a line of a redacted copy in which something is hidden."""
    if not isinstance(value, dict) or set(value) != {"r", "s"}:
        return False
    said = value["r"]
    if not isinstance(said, dict) or set(said) != {"v", "feed", "hash", "p", "hidden"}:
        return False
    payload, hidden = said["p"], said["hidden"]
    if not is_integer(said["v"]) or said["v"] != 1:
        return False
    if not is_feed(said["feed"]) or not is_sha256(said["hash"]):
        return False
    if not isinstance(hidden, dict) or not hidden or not isinstance(payload, dict):
        return False
    if not all(is_text(at, PLACE) and is_sha256(given) for at, given in hidden.items()):
        return False
    if ("/by" in hidden) == ("by" in payload):
        return False
    # With a name in the place of a hidden one it has to be a payload like any other.
    line = {"p": dict(payload, by=payload.get("by", "-")), "s": value["s"]}
    return is_line(line) and all(is_taken_out(payload, at) for at in hidden)


def commitment_of(at, digest, salt, value):
    return sha256_of(canonicalize({"at": at, "hash": digest, "salt": salt, "value": value}))


def salt_of(signature, at):
    key = base64.b64decode(signature)
    return hmac.new(key, (SALT_PREFIX + at).encode("utf-8"), hashlib.sha256).hexdigest()


def newer_payload(value):
    """The payload of a line of a newer version, or None."""
    payload = value.get("p") if isinstance(value, dict) else None
    version = payload.get("v") if isinstance(payload, dict) else None
    return payload if is_integer(version) and version > LINE_VERSION else None


def feed_key(operation):
    """The public key (base64) of a feed.open and the feed that the key names, or None."""
    key = operation.get("key")
    if operation["t"] != "feed.open" or not is_key(key):
        return None
    return key, feed_of_key(key)


def is_key(value):
    return is_text(value, "[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=")


def feed_of_key(key):
    return "k1-" + hashlib.sha256(base64.b64decode(key)).hexdigest()[:32]


# --- signatures -----------------------------------------------------------------------------

# RFC 8032, section 7.1, TEST 2: whatever checks signatures has to get this one right first.
TEST_KEY = bytes.fromhex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
TEST_MESSAGE = b"\x72"
TEST_SIGNATURE = bytes.fromhex(
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
    "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
)


class Cryptography:
    """Signatures through the Python package "cryptography"."""

    def __init__(self):
        import cryptography
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        self.name = "the Python package cryptography " + str(cryptography.__version__)
        self.invalid = (InvalidSignature, ValueError)
        self.load = Ed25519PublicKey.from_public_bytes

    def holds(self, key, message, signature):
        try:
            self.load(key).verify(signature, message)
            return True
        except self.invalid:
            return False

    def hold(self, key, pairs):
        return [self.holds(key, message, signature) for message, signature in pairs]


class Openssl:
    """Signatures through the command "openssl", a few processes at a time."""

    # SubjectPublicKeyInfo of an Ed25519 key (RFC 8410) up to the 32 bytes of the key itself.
    DER_PREFIX = bytes.fromhex("302a300506032b6570032100")

    def __init__(self):
        self.command = find_command("openssl")
        if self.command is None:
            raise OSError("no openssl command")
        version = subprocess.run(
            [self.command, "version"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=30,
            check=True,
        ).stdout.decode("ascii", "replace")
        self.name = "the command openssl (%s)" % re.sub("[^ -~]", "", version).strip()[:40]

    def holds(self, key, message, signature):
        with tempfile.TemporaryDirectory(prefix="verify-") as place:
            contents = {"key": self.DER_PREFIX + key, "message": message, "signature": signature}
            paths = {name: os.path.join(place, name) for name in contents}
            for name, data in contents.items():
                with open(paths[name], "wb") as file:
                    file.write(data)
            try:
                done = subprocess.run(
                    [self.command, "pkeyutl", "-verify", "-pubin", "-inkey", paths["key"]]
                    + ["-keyform", "DER", "-rawin", "-in", paths["message"]]
                    + ["-sigfile", paths["signature"]],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    timeout=60,
                )
            except subprocess.TimeoutExpired:
                raise Problem("the command openssl does not answer") from None
            return done.returncode == 0

    def hold(self, key, pairs):
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 2) as pool:
            return list(pool.map(lambda pair: self.holds(key, pair[0], pair[1]), pairs))


def find_command(name):
    """The command in PATH; never one that lies in the current folder, which may be the notebook."""
    endings = os.environ.get("PATHEXT", "").split(os.pathsep) if os.name == "nt" else [""]
    for place in os.environ.get("PATH", "").split(os.pathsep):
        for ending in endings:
            path = os.path.join(place, name + ending)
            if os.path.isabs(place) and os.path.isfile(path) and os.access(path, os.X_OK):
                return path
    return None


def find_signatures(choice=None):
    """Something that checks signatures and is seen to do so, or None."""
    kinds = {"cryptography": Cryptography, "openssl": Openssl}
    for name, kind in kinds.items():
        if choice not in (None, name):
            continue
        try:
            signatures = kind()
            if signatures.holds(TEST_KEY, TEST_MESSAGE, TEST_SIGNATURE) and not signatures.holds(
                TEST_KEY, b"\x73", TEST_SIGNATURE
            ):
                return signatures
        except Exception:  # A broken installation fails in ways of its own; the next kind may work.
            continue
    return None


# --- one feed -------------------------------------------------------------------------------


def raw_lines(file):
    """(bytes or None when too long, hash, length, terminated) of every line, in flat memory."""
    while True:
        part = file.readline(LONGEST_LINE + 2)
        if not part:
            return
        if part.endswith(b"\n") or len(part) < LONGEST_LINE + 2:
            terminated = part.endswith(b"\n")
            data = part[:-1] if terminated else part
            digest = hashlib.sha256(data).hexdigest()
            yield None if len(data) > LONGEST_LINE else data, digest, len(data), terminated
            continue
        digest, length, terminated = hashlib.sha256(), 0, False
        while part:
            terminated = part.endswith(b"\n")
            data = part[:-1] if terminated else part
            digest.update(data)
            length += len(data)
            part = b"" if terminated else file.readline(LONGEST_LINE)
        yield None, digest.hexdigest(), length, terminated


UNREADABLE = object()


class FeedCheck:
    """Reads one feed from beginning to end and notes what is wrong and what it claims."""

    def __init__(self, feed, notebook, signatures, redaction=None):
        self.redaction = redaction  # None in a notebook
        self.redacted = {}  # seq -> (line, what the redacted line says)
        self.is_hiding = False  # while a redacted line is taken
        self.hidden_evidence = None  # the first seq that hides which file it names
        self.feed = feed
        self.notebook = notebook
        self.signatures = signatures
        self.findings = []
        self.unlisted = 0  # a hostile file must not fill the memory
        self.gaps = []
        self.moved = []
        self.known = {}  # seq -> (line, hash, lam)
        self.witnesses = []  # (line, seq, lam or None, lam of the line before or None, seen)
        self.seals = []  # (line, seq, operation)
        self.evidence = []  # (line, seq, operation)
        self.losses = []  # (line, seq, device, is lost)
        self.rotations = []  # (line, seq, feed, key)
        self.newer_types = {}
        self.predecessor = None  # (line, feed)
        self.line = 0
        self.head_seq = -1
        self.head_lam = -1
        self.skipped = 0
        self.held = None
        self.torn = None
        self.key = None
        self.unchecked = None  # [line, n]
        self.newer = None  # [line, n, version]
        self.forked_at = None
        self.first_seen = {}
        self.verdicts = {}

    def read(self, file):
        """Takes the whole file, some hundred lines at a time: openssl runs several at once."""
        batch, size = [], 0
        for raw in raw_lines(file):
            batch.append(raw)
            size += raw[2]
            if len(batch) >= 256 or size > 4 * LONGEST_LINE:
                self.take_batch(batch)
                batch, size = [], 0
        self.take_batch(batch)
        return self.finish()

    def take_batch(self, batch):
        parsed = [(raw, self.parse(raw)) for raw in batch]
        self.check_signatures(parsed)
        for raw, value in parsed:
            self.push(raw, value)

    @staticmethod
    def parse(raw):
        data, _hash, _length, terminated = raw
        if data is None or not terminated:
            return UNREADABLE
        try:
            return parse_canonical(data)
        except ValueError:
            return UNREADABLE

    def check_signatures(self, parsed):
        lines = [(raw[0], value) for raw, value in parsed if is_line(value)]
        key = self.key
        for _data, value in lines:
            opened = feed_key(value["p"]["op"])
            if key is None and opened is not None and opened[1] == self.feed:
                key = opened[0]
        self.verdicts = {}
        self.check_redactor(parsed)
        if self.signatures is None or key is None or self.forked_at is not None:
            return
        pairs = [
            # The payload is cut out of the line: `{"p":` … `,"s":"` 88 digits `"}`.
            (SIGNATURE_PREFIX + data[5:-96], base64.b64decode(value["s"]))
            for data, value in lines
        ]
        verdicts = self.signatures.hold(base64.b64decode(key), pairs)
        self.verdicts.update(
            {data: verdict for (data, _value), verdict in zip(lines, verdicts)}
        )

    def check_redactor(self, parsed):
        """Holds redacted lines against the key of the one who redacted the copy."""
        statement = None if self.redaction is None else self.redaction.statement
        if self.signatures is None or statement is None or self.forked_at is not None:
            return
        lines = [(raw[0], value) for raw, value in parsed if is_redacted(value)]
        pairs = [
            (REDACTED_PREFIX + data[5:-96], base64.b64decode(value["s"])) for data, value in lines
        ]
        verdicts = self.signatures.hold(base64.b64decode(statement["key"]), pairs)
        for (data, value), verdict in zip(lines, verdicts):
            self.verdicts[data] = verdict and value["r"]["feed"] == statement["feed"]

    def report(self, code, values=None, line=None):
        if len(self.findings) < MOST_FINDINGS_OF_A_FEED:
            self.findings.append(finding(code, self.feed, line or self.line, values))
        else:
            self.unlisted += 1

    def quarantine(self, code, values=None):
        self.skipped += 1
        self.report(code, values)

    def push(self, raw, value):
        data, digest, length, terminated = raw
        self.line += 1
        if self.held is not None:
            self.report("line-unreadable", line=self.held[0])
            self.held = None
        if not terminated:
            self.torn = (self.line, length)
        elif self.forked_at is not None:
            pass
        elif length > LONGEST_LINE:
            self.quarantine("line-too-long")
        elif value is UNREADABLE:
            # Damage if another line follows, otherwise a tail that was never written to its end.
            self.held = (self.line, length + 1)
            self.skipped += 1
        elif is_line(value):
            breach = self.breach(value["p"])
            if breach is None and self.signatures is not None and self.key is not None:
                breach = None if self.verdicts.get(data) else "bad-signature"
            if breach is not None:
                self.quarantine(breach)
            elif self.take(value["p"], digest) and self.key is None:
                self.unchecked = self.unchecked or [self.line, 0]
                self.unchecked[1] += 1
        elif self.redaction is not None and is_redacted(value):
            self.take_redacted(value["r"], data)
        elif newer_payload(value) is not None:
            self.keep_newer(newer_payload(value), digest)
        else:
            self.quarantine("line-malformed")

    def take_redacted(self, said, data):
        statement = self.redaction.statement
        checked = statement is not None and self.signatures is not None
        if statement is not None and said["feed"] != statement["feed"]:
            return self.quarantine("redacted-wrong")
        if checked and not self.verdicts.get(data):
            return self.quarantine("redacted-wrong")
        payload = said["p"]
        breach = self.breach(payload)
        if breach is not None:
            return self.quarantine(breach)
        self.is_hiding = True
        taken = self.take(payload, said["hash"])
        self.is_hiding = False
        if not taken:
            return None
        seq, operation = payload["seq"], payload["op"]
        self.redacted[seq] = (self.line, said)
        if operation["t"] == "evidence.add" and not {"no", "size", "sha256"} <= set(operation):
            self.hidden_evidence = min(seq, self.hidden_evidence or seq)
        return None

    def breach(self, payload):
        if payload["nb"] != self.notebook:
            return "other-notebook"
        if payload["feed"] != self.feed:
            return "other-feed"
        if self.feed in payload.get("seen", {}):
            return "line-malformed"
        opened = feed_key(payload["op"])
        if payload["seq"] == 0 and opened is None:
            return "line-malformed"
        if payload["seq"] == 0 and opened[1] != self.feed:
            return "key-differs"
        # The feed is named after the key, so a key that fits the name is the right one.
        if self.key is None and opened is not None and opened[1] == self.feed:
            self.key = opened[0]
        return None

    def take(self, payload, digest):
        seq = payload["seq"]
        same = self.known.get(seq)
        if same is not None and same[1] == digest:
            self.quarantine("line-repeated", {"number": seq})
            return False
        if same is not None:
            self.forked_at = seq
            self.quarantine("fork", {"number": seq})
            return False
        expected = self.head_seq + 1
        if seq > expected + self.skipped:
            values = {"from": expected, "to": seq - 1, "n": seq - expected - self.skipped}
            gap = finding("lines-missing", self.feed, self.line, values)
            if len(self.gaps) < MOST_FINDINGS_OF_A_FEED:
                self.gaps.append((gap, expected, seq - 1))
            else:
                self.unlisted += 1
        elif seq < expected:
            self.moved.append(seq)
            self.report("line-moved", {"number": seq})
        self.check_chain(payload)
        self.known[seq] = (self.line, digest, payload["lam"])
        self.collect(payload)
        if seq > self.head_seq:
            self.head_seq, self.head_lam, self.skipped = seq, payload["lam"], 0
        return True

    def check_chain(self, payload):
        seq, lam, seen = payload["seq"], payload["lam"], payload.get("seen", {})
        before = self.known.get(seq - 1)
        previous = NO_PREVIOUS_LINE if seq == 0 else before and before[1]
        if previous is not None and payload["prev"] != previous:
            self.report("chain-broken", {"number": seq})
        if seq == 0:
            self.first_seen = seen
        elif seq == 1:
            # What the first line has seen cannot raise its own number, so it raises the next one.
            seen = dict(self.first_seen, **seen)
        previous_lam = None if before is None else before[2]
        if previous_lam is not None:
            floor = previous_lam
        else:
            floor = self.head_lam if self.head_seq < seq else -1
        if seq == 0:
            fits = lam == 0
        elif previous_lam is None or seen:
            fits = lam > floor
        else:
            fits = lam == previous_lam + 1
        if not fits:
            self.report("lamport-wrong", {"number": seq})
        if seen:
            checked = lam if seq > 0 and fits else None
            self.witnesses.append((self.line, seq, checked, previous_lam, seen))

    def collect(self, payload):
        operation, seq = payload["op"], payload["seq"]
        kind = operation["t"]
        if kind not in KNOWN_TYPES:
            self.newer_types[kind[:64]] = self.newer_types.get(kind[:64], 0) + 1
        elif kind == "seal":
            heads = operation.get("heads")
            if isinstance(heads, dict):
                # The program's schema passes over this one key; nothing is called that.
                heads = {feed: head for feed, head in heads.items() if feed != "__proto__"}
            if (
                is_heads(heads)
                and self.is_root(operation)
                and is_sha256(operation.get("value"))
            ):
                self.seals.append((self.line, seq, dict(operation, heads=heads)))
        elif kind == "evidence.add":
            if (
                is_text(operation.get("no"), "E-[0-9]{3,}")
                and is_count(operation.get("size"))
                and is_sha256(operation.get("sha256"))
            ):
                self.evidence.append((self.line, seq, operation))
        elif kind == "device.set":
            fields = operation.get("fields")
            lost = fields.get("lost") if isinstance(fields, dict) else None
            if is_feed(operation.get("device")) and isinstance(lost, str):
                self.losses.append((self.line, seq, operation["device"], lost != ""))
        elif kind == "key.rotate":
            if is_feed(operation.get("feed")) and is_key(operation.get("key")):
                self.rotations.append((self.line, seq, operation["feed"], operation["key"]))
        elif kind == "feed.open" and seq == 0 and is_feed(operation.get("predecessor")):
            self.predecessor = (self.line, operation["predecessor"])

    def is_root(self, operation):
        # A redacted line may hide the root of the evidence.
        hidden = self.is_hiding and "evidence" not in operation
        return hidden or is_sha256(operation.get("evidence"))

    def keep_newer(self, payload, digest):
        self.newer = self.newer or [self.line, 0, LINE_VERSION]
        self.newer[1] += 1
        self.newer[2] = max(self.newer[2], payload["v"])
        seq, lam = payload.get("seq"), payload.get("lam")
        expected = self.head_seq + 1
        fits = is_count(seq) and expected <= seq <= expected + self.skipped
        self.head_seq = seq if fits else expected
        lam = lam if is_count(lam) else None
        if lam is not None:
            self.head_lam = max(self.head_lam, lam)
        self.known[self.head_seq] = (self.line, digest, lam)
        self.skipped = 0

    def finish(self):
        if self.torn is None:
            self.torn = self.held
        found = self.findings
        if self.torn is not None:
            line, length = self.torn
            found.append(finding("torn-tail", self.feed, line, {"bytes": length}))
        elif self.line == 0:
            found.append(finding("feed-empty", self.feed))
        if self.unchecked is not None:
            line, n = self.unchecked
            found.append(finding("key-missing", self.feed, line, {"n": n}))
        if self.newer is not None:
            line, n, version = self.newer
            found.append(finding("newer-line", self.feed, line, {"n": n, "v": version}))
        for gap, first, last in self.gaps:
            if sum(first <= seq <= last for seq in self.moved) != last - first + 1:
                found.append(gap)
        if self.unlisted > 0:
            found.append(finding("more-findings", self.feed, values={"n": self.unlisted}))
        if self.forked_at is not None:
            self.known = {q: line for q, line in self.known.items() if q < self.forked_at}
            self.redacted = {q: said for q, said in self.redacted.items() if q < self.forked_at}
            self.witnesses = [claim for claim in self.witnesses if claim[1] < self.forked_at]
            self.seals = [claim for claim in self.seals if claim[1] < self.forked_at]
            self.evidence = [claim for claim in self.evidence if claim[1] < self.forked_at]
            self.losses = [claim for claim in self.losses if claim[1] < self.forked_at]
            self.rotations = [claim for claim in self.rotations if claim[1] < self.forked_at]
        self.head = max(self.known) if self.known else None
        count = 0 if self.head is None else self.head + 1
        self.whole = self.newer is None and len(self.known) == count
        return self


# --- the notebook as a whole ----------------------------------------------------------------


def sha256_of(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def evidence_root(hashes):
    return sha256_of("".join(digest + "\n" for digest in sorted(set(hashes))))


def fate_of(feeds, feed, seq, digest):
    """What has become of a line that somebody names: there, differs, gone or set-aside."""
    check = feeds.get(feed)
    if check is not None and seq in check.known:
        return "there" if check.known[seq][1] == digest else "differs"
    if check is None or check.head is None:
        return "gone"
    return "gone" if check.forked_at is None and seq > check.head else "set-aside"


def between_feeds(feeds, not_files):
    found = []
    for feed, check in feeds.items():
        found.extend(check.findings)
        for line, seq, lam, previous, seen in check.witnesses:
            if not has_right_lamport(lam, previous, seen, feeds):
                found.append(finding("lamport-wrong", feed, line, {"number": seq}))
        for kind, n in check.newer_types.items():
            found.append(finding("newer-operation", feed, values={"type": kind, "n": n}))
        if check.predecessor is not None:
            line, other = check.predecessor
            if other == feed or other not in feeds:
                found.append(finding("predecessor-missing", feed, line, {"other": other}))
        for line, _seq, seal in check.seals:
            found.extend(seal_findings(feed, line, seal, feeds))
    found.extend(finding("feed-not-a-file", feed) for feed in not_files)
    found.extend(witness_findings(feeds, not_files))
    found.extend(loss_findings(feeds))
    found.extend(rotation_findings(feeds))
    if not feeds and not not_files:
        found.append(finding("no-feeds"))
    return found


def has_right_lamport(lam, previous, seen, feeds):
    if lam is None:
        return True
    numbers = [previous]
    for feed, (seq, _digest) in seen.items():
        known = feeds[feed].known.get(seq) if feed in feeds else None
        numbers.append(None if known is None else known[2])
    known = [number for number in numbers if number is not None]
    least = 1 + max([-1] + known)
    # A number that is not known any more may have been higher than those that are.
    return lam == least if len(known) == len(numbers) else lam >= least


def seal_findings(feed, line, seal, feeds):
    heads = seal["heads"]
    if sha256_of(canonicalize(heads)) != seal["value"]:
        return [finding("seal-wrong", feed, line)]
    found, hashes = [], []
    for other, (seq, digest) in heads.items():
        fate = fate_of(feeds, other, seq, digest)
        if fate in ("gone", "differs"):
            code = "seal-missing" if fate == "gone" else "seal-differs"
            found.append(finding(code, feed, line, {"other": other, "number": seq}))
        check = feeds.get(other)
        if check is None or check.head is None or not check.whole or check.head < seq:
            hashes = None
        elif check.hidden_evidence is not None and check.hidden_evidence <= seq:
            hashes = None
        elif hashes is not None:
            hashes.extend(item["sha256"] for _line, at, item in check.evidence if at <= seq)
    # Without every line up to the seal the root cannot be computed again.
    if hashes is not None and seal.get("evidence") not in (None, evidence_root(hashes)):
        found.append(finding("seal-evidence", feed, line))
    return found


def witness_findings(feeds, not_files):
    gone, differs = {}, {}
    for witness, check in feeds.items():
        for _line, _seq, _lam, _previous, seen in check.witnesses:
            for feed, (seq, digest) in seen.items():
                fate = fate_of(feeds, feed, seq, digest)
                if fate == "gone" and seq > gone.get(feed, (-1,))[0]:
                    gone[feed] = (seq, witness)
                if fate == "differs" and (feed not in differs or seq < differs[feed][0]):
                    differs[feed] = (seq, witness)
    found = []
    for feed, (seq, witness) in gone.items():
        values = {"witness": witness, "number": seq}
        if feed in not_files:
            continue
        if feed not in feeds or feeds[feed].head is None:
            found.append(finding("feed-missing", feed, values=values))
        else:
            last = feeds[feed].head
            found.append(finding("seen-missing", feed, values=dict(values, last=last)))
    for feed, (seq, witness) in differs.items():
        line = feeds[feed].known[seq][0]
        values = {"witness": witness, "number": seq}
        found.append(finding("seen-differs", feed, line, values))
    return found


def loss_findings(feeds):
    """Lines of a device that was reported lost, which whoever reported it had not read."""
    reports = [(feed, claim) for feed, check in feeds.items() for claim in check.losses]

    def read_of(feed, report):
        by, (_line, at, _device, _lost) = report
        if feed == by:
            return at
        claims = [seen[feed][0] for _l, q, _m, _p, seen in feeds[by].witnesses if q <= at and feed in seen]
        return max([-1] + claims)

    def is_back(loss, known):
        # Nobody vouches for the device with its own key, but for what was said with it.
        return any(
            not report[1][3]
            and (report[0] != report[1][2] or loss[0] == report[1][2])
            and read_of(loss[0], report) >= loss[1][1]
            for report in known
        )

    found = []
    for device in sorted({claim[2] for _feed, claim in reports}):
        known = [report for report in reports if report[1][2] == device]
        standing = [report for report in known if report[1][3] and not is_back(report, known)]
        if not standing:
            continue
        first = min(standing, key=lambda one: (read_of(device, one), one[0], one[1][1]))
        values = {"other": first[0], "said": first[1][0]}
        lines = feeds[device].known if device in feeds else {}
        later = [seq for seq in lines if seq > read_of(device, first)]
        if not later:
            found.append(finding("device-lost", device, values=values))
            continue
        values.update(number=min(later), n=len(later))
        found.append(finding("after-loss", device, lines[min(later)][0], values))
    return found


def is_right_rotation(own, rotation):
    _line, _seq, feed, key = rotation
    return feed != own and feed_of_key(key) == feed


def rotation_of(check):
    """The line with which a feed ends, because its device goes on under another key; or None."""
    right = [one for one in check.rotations if is_right_rotation(check.feed, one)]
    return min(right, key=lambda one: one[1]) if right else None


def rotation_findings(feeds):
    """Where feeds end that handed over to another key, and which feed may follow."""
    found = []
    for feed, check in feeds.items():
        for one in check.rotations:
            if not is_right_rotation(feed, one):
                found.append(finding("rotation-wrong", feed, one[0], {"other": one[2]}))
        rotation = rotation_of(check)
        if rotation is not None:
            line, seq, other, _key = rotation
            later = [number for number in check.known if number > seq]
            if later:
                values = {"other": other, "said": line, "number": min(later), "n": len(later)}
                at = check.known[min(later)][0]
                found.append(finding("after-rotation", feed, at, values))
            else:
                found.append(finding("key-rotated", feed, line, {"other": other}))
        if check.predecessor is None or check.predecessor[1] not in feeds:
            continue
        line, before = check.predecessor
        rotation = rotation_of(feeds[before])
        if rotation is not None and rotation[2] != feed:
            values = {"other": before, "next": rotation[2]}
            found.append(finding("successor-differs", feed, line, values))
    return found


LEFT_OUT_FIELDS = {
    "v": lambda value: is_integer(value) and value == 1,
    "nb": is_id,
    "feed": is_feed,
    "no": lambda value: is_text(value, "E-[0-9]{3,13}"),
    "sha256": is_sha256,
    "size": is_count,
    "because": lambda value: value in ("too-large", "receiver-has-it"),
    "wall": lambda value: is_count(value) and value <= LATEST_WALL,
    "tz": lambda value: is_text(value, "[+-][0-9]{2}:[0-9]{2}"),
    "by": lambda value: is_short(value, 1, 200),
}


def read_statement(data, fields, optional=()):
    """(what is said, its signature) of a signed line beside the feeds, or None when it is no such line."""
    try:
        if data is None or not data.endswith(b"\n"):
            raise ValueError("no line")
        value = parse_canonical(data[:-1])
    except ValueError:
        return None
    if not isinstance(value, dict) or set(value) != {"p", "s"}:
        return None
    said = value["p"]
    if not isinstance(said, dict) or not set(fields) - set(optional) <= set(said) <= set(fields):
        return None
    if not is_text(value["s"], "[A-Za-z0-9+/]{85}[AQgw]=="):
        return None
    if not all(fields[name](field) for name, field in said.items()):
        return None
    return said, value["s"]


def is_signed(said, signature, prefix, key, signatures):
    """True for what this key signed; also when no signature can be checked here."""
    message = prefix + canonicalize(said).encode("utf-8")
    return signatures is None or signatures.holds(
        base64.b64decode(key), message, base64.b64decode(signature)
    )


def read_left_out(data, notebook, feeds, signatures):
    """The statement if it is readable and signed by a device of this notebook, else None."""
    statement = read_statement(data, LEFT_OUT_FIELDS)
    if statement is None:
        return None
    said, signature = statement
    check = feeds.get(said["feed"])
    if said["nb"] != notebook or check is None or check.key is None:
        return None
    return said if is_signed(said, signature, LEFT_OUT_PREFIX, check.key, signatures) else None


def left_out_at(said):
    minutes = int(said["tz"][1:3]) * 60 + int(said["tz"][4:6])
    if said["tz"].startswith("-"):
        minutes = -minutes
    local = datetime.datetime(1970, 1, 1) + datetime.timedelta(
        milliseconds=said["wall"] + minutes * 60000
    )
    return local.strftime("%Y-%m-%d %H:%M ") + said["tz"]


def missing_findings(item, place, statements, context):
    """Lost, unless a device of this notebook signed that it left the file out."""
    feed, line, no, sizes = item
    lost = finding("evidence-missing", feed, line, place)
    digest = place["sha256"]
    if digest not in statements:
        return [lost]
    said = read_left_out(statements[digest], *context)
    if (
        said is None
        or said["sha256"] != digest
        or said["size"] not in sizes
        or said["no"] != no
    ):
        return [lost, finding("left-out-wrong", feed, line, place)]
    values = dict(place, by=said["by"], device=said["feed"], at=left_out_at(said))
    return [finding("evidence-left-out", feed, line, values)]


def old_hashes(item):
    """MD5 and SHA-1 as a line records them beside SHA-256."""
    hashes = item.get("hashes")
    if not isinstance(hashes, dict):
        return {}
    lengths = {"md5": 32, "sha1": 40}
    return {
        name: hashes[name]
        for name, length in lengths.items()
        if is_text(hashes.get(name), "[0-9a-f]{%d}" % length)
    }


def evidence_findings(feeds, files, statements, context):
    named = {}
    for feed, check in feeds.items():
        for line, _seq, item in sorted(check.evidence, key=lambda claim: claim[1]):
            entry = named.setdefault(item["sha256"], (feed, line, item["no"][:16], set()))
            entry[3].add(item["size"])
    found = []
    for digest, item in named.items():
        feed, line, no, sizes = item
        values = {"no": no, "sha256": digest}
        if digest not in files:
            found.extend(missing_findings(item, values, statements, context))
        elif not files[digest][1] or sizes != {files[digest][0]}:
            found.append(finding("evidence-changed", feed, line, values))
    for feed, check in feeds.items():
        for line, _seq, item in check.evidence:
            _size, is_whole, hashes = files.get(item["sha256"], (0, False, {}))
            for name, recorded in old_hashes(item).items():
                if is_whole and hashes[name] != recorded:
                    values = {"no": item["no"][:16], "sha256": item["sha256"]}
                    values["hash"] = {"md5": "MD5", "sha1": "SHA-1"}[name]
                    found.append(finding("evidence-hash-differs", feed, line, values))
    for digest in files:
        if digest not in named:
            found.append(finding("evidence-extra", values={"sha256": digest}))
    return found, len(named)


# --- redacted copies ------------------------------------------------------------------------


REDACTION_FIELDS = {
    "v": lambda value: is_integer(value) and value == 1,
    "nb": is_id,
    "feed": is_feed,
    "key": lambda value: is_text(value, "[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]="),
    "files": lambda value: isinstance(value, dict)
    and all(is_feed(feed) and is_sha256(digest) for feed, digest in value.items()),
    "tlp": lambda value: value in ("CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"),
    "wall": lambda value: is_count(value) and value <= LATEST_WALL,
    "tz": lambda value: is_text(value, "[+-][0-9]{2}:[0-9]{2}"),
}


class Redaction:
    """What lies in a redacted copy beside its feeds."""

    def __init__(self, folder, notebook, signatures):
        self.files = {}
        data = read_small(os.path.join(folder, "redaction.json"), LONGEST_LINE)
        self.statement = read_redaction(data, notebook, signatures)

    def findings(self, feeds):
        if self.statement is None:
            return [finding("redaction-missing")]
        found = []
        redactor, files = self.statement["feed"], self.statement["files"]
        if redactor not in feeds or feeds[redactor].key is None:
            found.append(finding("redactor-unknown", values={"redactor": redactor}))
        for feed in set(files) | set(self.files):
            if files.get(feed) != self.files.get(feed):
                found.append(finding("redaction-differs", feed))
        lines, redacted, values, named = count_redaction(feeds)
        proven = {"whole": lines - redacted, "lines": lines, "named": named, "redacted": redacted}
        at = left_out_at(self.statement)
        word_of = {"n": redacted, "redactor": redactor, "at": at}
        found.append(finding("redaction-proven", values=proven))
        found.append(finding("redaction-word", values=word_of))
        found.append(finding("redaction-hidden", values={"n": values}))
        return found


def read_small(path, most):
    """The bytes of an ordinary file that is not too long, else None."""
    try:
        if not os.path.lexists(path):
            return None
        file = open_file(path)
        if file is None:
            return None
        with file:
            data = file.read(most + 1)
        return data if len(data) <= most else None
    except (Problem, OSError):
        return None


def read_redaction(data, notebook, signatures):
    """What the maker of a redacted copy signed, or None when it cannot be believed."""
    statement = read_statement(data, REDACTION_FIELDS, optional=("tlp",))
    if statement is None:
        return None
    said, signature = statement
    key = said["key"]
    if said["nb"] != notebook or said["feed"] != feed_of_key(key):
        return None
    return said if is_signed(said, signature, REDACTION_PREFIX, key, signatures) else None


def count_redaction(feeds):
    """(lines, redacted lines, hidden values, redacted lines whose hash a whole line names)."""
    lines, redacted, values, named = 0, 0, 0, set()
    for feed, check in feeds.items():
        lines += len(check.known)
        redacted += len(check.redacted)
        values += sum(len(said["hidden"]) for _line, said in check.redacted.values())
        whole = {seq for seq in check.known if seq not in check.redacted}
        named.update((feed, seq) for seq in check.redacted if seq + 1 in whole)
        claims = [(seq, seen) for _line, seq, _lam, _previous, seen in check.witnesses]
        claims.extend((seq, seal["heads"]) for _line, seq, seal in check.seals)
        for seq, heads in claims:
            # The reader adds to the second line what the first one has seen.
            if seq in whole and (seq != 1 or 0 in whole):
                named.update((other, head[0]) for other, head in heads.items())
    there = {(feed, seq) for feed, check in feeds.items() for seq in check.redacted}
    return lines, redacted, values, len(named & there)


def read_opening(path):
    data = read_small(path, LONGEST_OPENING)
    try:
        if data is None:
            raise ValueError("no file")
        value = parse_canonical(data[:-1] if data.endswith(b"\n") else data)
        if not isinstance(value, dict) or set(value) != OPENING_FIELDS:
            raise ValueError("fields")
        if value["format"] != "kiroku-opening" or not is_id(value["notebook"]):
            raise ValueError("format")
        if not is_integer(value["version"]) or value["version"] != 1:
            raise ValueError("version")
        for name, others in (("values", {"at", "salt", "value"}), ("lines", {"line"})):
            if not isinstance(value[name], list):
                raise ValueError(name)
            for shown in value[name]:
                if set(shown) != {"feed", "seq"} | others:
                    raise ValueError(name)
                if not is_feed(shown["feed"]) or not is_count(shown["seq"]):
                    raise ValueError(name)
                if not all(isinstance(shown[key], str) for key in others - {"value"}):
                    raise ValueError(name)
                if "salt" in shown and not is_sha256(shown["salt"]):
                    raise ValueError(name)
    except (ValueError, TypeError, KeyError):
        raise Problem("%s cannot be read as an opening" % printable(path)) from None
    return value


OPENING_FIELDS = {"format", "version", "notebook", "values", "lines"}


def opening_findings(opening, notebook, feeds, signatures):
    found = []
    for shown, kind in [(one, "line") for one in opening["lines"]] + [
        (one, "value") for one in opening["values"]
    ]:
        feed, seq = shown["feed"], shown["seq"]
        check = feeds.get(feed)
        line, said = None, None
        if check is not None and opening["notebook"] == notebook:
            line, said = check.redacted.get(seq, (None, None))
        values = {"number": seq}
        if kind == "line":
            fits = said is not None and is_original(shown["line"], said, check, signatures)
            if not fits:
                values["at"] = "/"
        else:
            at, value = shown["at"], shown["value"]
            given = None if said is None else said["hidden"].get(at)
            digest = "" if said is None else said["hash"]
            fits = given is not None and given == commitment_of(at, digest, shown["salt"], value)
            values["at"] = at if fits else at[:100]
            if fits:
                values["value"] = canonicalize(value)[:LONGEST_SHOWN_VALUE]
        found.append(finding("opening-" + (kind if fits else "wrong"), feed, line, values))
    return found


def is_original(text, said, check, signatures):
    """True for the line that a redacted one stands for, if its redactor said nothing else of it."""
    data = text.encode("utf-8", "surrogatepass")
    try:
        value = parse_canonical(data)
    except ValueError:
        return False
    if not is_line(value) or hashlib.sha256(data).hexdigest() != said["hash"]:
        return False
    payload, hidden = value["p"], said["hidden"]
    for at, given in hidden.items():
        there, what = value_at(payload, at)
        if not there or given != commitment_of(at, said["hash"], salt_of(value["s"], at), what):
            return False
    if canonicalize(without_places(payload, hidden)) != canonicalize(said["p"]):
        return False
    if check.key is None:
        return False
    message = SIGNATURE_PREFIX + data[5:-96]
    return signatures is None or signatures.holds(
        base64.b64decode(check.key), message, base64.b64decode(value["s"])
    )


# --- time stamps ----------------------------------------------------------------------------


def run_openssl(command, place, *arguments):
    """What openssl prints, or None when it is not content; paths are inside a folder of our own."""
    try:
        done = subprocess.run(
            [command] + list(arguments),
            cwd=place,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=60,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None


def check_timestamp(data, seal):
    """When a service signed for a seal (RFC 3339), "wrong", or "unknown" without openssl."""
    command = find_command("openssl")
    if data is None:
        return "wrong"
    if command is None:
        return "unknown"
    with tempfile.TemporaryDirectory(prefix="verify-") as place:
        with open(os.path.join(place, "answer"), "wb") as file:
            file.write(data)
        told = run_openssl(command, place, "ts", "-reply", "-in", "answer", "-text")
        time = re.search(
            r"^Time stamp: (\w{3}) +(\d+) (\d\d:\d\d:\d\d)(?:\.\d+)? (\d{4}) GMT$", told or "", re.M
        )
        if time is None:
            return "wrong"
        try:
            at = datetime.datetime.strptime(" ".join(time.groups()), "%b %d %H:%M:%S %Y")
        except ValueError:
            return "wrong"
        token = ("ts", "-reply", "-in", "answer", "-token_out", "-out", "token")
        certificates = ("pkcs7", "-inform", "DER", "-in", "token", "-print_certs", "-out", "certs")
        if run_openssl(command, place, *token) is None:
            return "wrong"
        if run_openssl(command, place, *certificates) is None:
            return "wrong"
        # Whom to trust is not decided here: the certificates that came along are taken as they are.
        seconds = int((at - datetime.datetime(1970, 1, 1)).total_seconds())
        verify = ("ts", "-verify", "-digest", seal, "-in", "answer", "-CAfile", "certs")
        trust = ("-partial_chain", "-attime", str(seconds))
        if run_openssl(command, place, *(verify + trust)) is None:
            return "wrong"
        return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def timestamp_findings(folder, feeds):
    found = []
    place = os.path.join(folder, "timestamps")
    for name in list_folder(place, r"[0-9a-f]{64}\.tsr"):
        seal, data = name[:64], None
        try:
            file = open_file(os.path.join(place, name))
            if file is not None:
                with file:
                    data = file.read(LARGEST_TIMESTAMP + 1)
                if len(data) > LARGEST_TIMESTAMP:
                    data = None
        except (Problem, OSError):
            pass
        places = [
            (feed, line)
            for feed, check in sorted(feeds.items())
            for line, _seq, sealed in check.seals
            if sealed["value"] == seal
        ]
        feed, line = places[0] if places else (None, None)
        said = check_timestamp(data, seal)
        if not places or said == "wrong":
            found.append(finding("timestamp-wrong", feed, line, {"seal": seal}))
        elif said == "unknown":
            found.append(finding("timestamp-not-checked", feed, line, {"seal": seal}))
        else:
            found.append(finding("timestamp", feed, line, {"seal": seal, "at": said}))
    return found


# --- the folder -----------------------------------------------------------------------------


def open_file(path):
    """A file opened for reading, or None when it is a link, a pipe or anything else but a file."""
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return None
        flags = os.O_RDONLY
        for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"):
            flags |= getattr(os, name, 0)
        return os.fdopen(os.open(path, flags), "rb")
    except OSError as error:
        raise Problem("cannot read %s: %s" % (printable(path), error.strerror)) from None


def list_folder(path, pattern):
    try:
        names = os.listdir(path)
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise Problem("cannot read %s: %s" % (printable(path), error.strerror)) from None
    return sorted(name for name in names if re.fullmatch(pattern, name))


def read_identity(folder):
    path = os.path.join(folder, "notebook.json")
    said = printable(folder)
    if not os.path.isdir(folder):
        raise Problem("%s is not a folder" % said)
    if not os.path.lexists(path):
        raise Problem("%s is not a notebook: it has no notebook.json" % said)
    file = open_file(path)
    if file is None:
        raise Problem("%s is not a notebook: notebook.json is not an ordinary file" % said)
    with file:
        data = file.read(65537)
    try:
        if len(data) > 65536:
            raise ValueError("too large")
        identity = json.loads(data.decode("utf-8"), parse_int=read_integer)
        version = identity["version"]
        if identity["format"] not in ("kiroku-notebook", "kiroku-redacted"):
            raise ValueError("another format")
        if is_integer(version) and version > FOLDER_VERSION:
            raise Problem(
                "%s has format version %d; this verify.py knows version %d. Use the verify.py "
                "of a newer version" % (said, version, FOLDER_VERSION)
            )
        if version != FOLDER_VERSION or not is_id(identity["notebook"]):
            raise ValueError("no id")
    except (ValueError, TypeError, KeyError, RecursionError):
        raise Problem("%s is not a notebook: notebook.json cannot be read" % said) from None
    return identity["notebook"], identity["format"] == "kiroku-redacted"


def read_evidence(folder, feeds, progress):
    """Size, whether it is whole, and the old hashes that lines name, of every file by its hash."""
    wanted = {}
    for check in feeds.values():
        for _line, _seq, item in check.evidence:
            wanted.setdefault(item["sha256"], set()).update(old_hashes(item))
    files = {}
    place = os.path.join(folder, "evidence")
    for name in list_folder(place, r"[0-9a-f]{64}\.evid"):
        progress("evidence " + name[:12])
        digest = name[:64]
        try:
            files[digest] = hash_evidence(os.path.join(place, name), digest, wanted.get(digest, ()))
        except (Problem, OSError):
            # A file that cannot be read is as good as changed: whoever checks has to know.
            files[digest] = (0, False, {})
    return files


def read_statements(folder):
    """Bytes of every file of left-out/ by the hash in its name; None for what cannot be read."""
    statements = {}
    place = os.path.join(folder, "left-out")
    for name in list_folder(place, r"[0-9a-f]{64}\.json"):
        statements[name[:64]] = None
        try:
            file = open_file(os.path.join(place, name))
            if file is not None:
                with file:
                    data = file.read(LONGEST_STATEMENT + 1)
                statements[name[:64]] = data if len(data) <= LONGEST_STATEMENT else None
        except (Problem, OSError):
            pass
    return statements


def hash_file(path):
    digest = hashlib.sha256()
    with open_file(path) as file:
        for block in iter(lambda: file.read(1048576), b""):
            digest.update(block)
    return digest.hexdigest()


def old_hash(name):
    try:
        # A system that keeps to FIPS 140 computes it for this purpose only.
        return hashlib.new(name, usedforsecurity=False)
    except TypeError:  # Python 3.8
        return hashlib.new(name)


def hash_evidence(path, expected, names):
    file = open_file(path)
    if file is None:
        return 0, False, {}
    digest, size = hashlib.sha256(), 0
    others = {name: old_hash(name) for name in names}
    with file:
        for block in iter(lambda: file.read(1048576), b""):
            digest.update(block)
            size += len(block)
            for other in others.values():
                other.update(block)
    hashes = {name: other.hexdigest() for name, other in others.items()}
    return size, digest.hexdigest() == expected, hashes


def notebook_in(folder):
    """The notebook's folder: an unpacked bundle holds it in data/."""
    inside = os.path.join(folder, "data")
    here = os.path.lexists(os.path.join(folder, "notebook.json"))
    there = os.path.lexists(os.path.join(inside, "notebook.json"))
    return inside if there and not here else folder


def check_folder(folder, signatures, progress=lambda _what: None, opening=None):
    """Checks a notebook's folder; Problem when it is none. Returns what --json prints."""
    notebook, redacted = read_identity(folder)
    redaction = Redaction(folder, notebook, signatures) if redacted else None
    if opening is not None and redaction is None:
        raise Problem("%s is no redacted copy: nothing is hidden in it" % printable(folder))
    feeds, not_files = {}, []
    place = os.path.join(folder, "feeds")
    for name in list_folder(place, r"k1-[0-9a-f]{32}\.jsonl"):
        feed = name[:35]
        progress("feed " + feed[:11])
        file = open_file(os.path.join(place, name))
        if file is None:
            not_files.append(feed)
            continue
        with file:
            feeds[feed] = FeedCheck(feed, notebook, signatures, redaction).read(file)
        if redaction is not None:
            redaction.files[feed] = hash_file(os.path.join(place, name))
    findings = between_feeds(feeds, not_files)
    if redaction is None:
        about_evidence, evidence = evidence_findings(
            feeds,
            read_evidence(folder, feeds, progress),
            read_statements(folder),
            (notebook, feeds, signatures),
        )
        findings.extend(about_evidence)
    else:
        # No evidence is in a redacted copy; what is named is counted.
        _about, evidence = evidence_findings(feeds, {}, {}, (notebook, feeds, signatures))
        findings.extend(redaction.findings(feeds))
        if opening is not None:
            findings.extend(opening_findings(opening, notebook, feeds, signatures))
    findings.extend(timestamp_findings(folder, feeds))
    if signatures is None:
        findings.append(finding("signatures-not-checked"))
    heads = {
        feed: [check.head, check.known[check.head][1]]
        for feed, check in feeds.items()
        if check.head is not None
    }
    findings = [dict(found, text=word(found)) for found in sorted(findings, key=importance)]
    return {
        "notebook": notebook,
        "redacted": redacted,
        "tlp": None if redaction is None else (redaction.statement or {}).get("tlp"),
        "ok": all(found["severity"] == "note" for found in findings),
        "signatures": None if signatures is None else signatures.name,
        "feeds": [
            {"feed": feed, "lines": len(check.known), "head": heads.get(feed)}
            for feed, check in feeds.items()
        ],
        "lines": sum(len(check.known) for check in feeds.values()),
        "evidence": evidence,
        "seal": sha256_of(canonicalize(heads)),
        "seals": [
            {"feed": feed, "line": line, "value": seal["value"]}
            for feed, check in feeds.items()
            for line, _seq, seal in check.seals
        ],
        "findings": findings,
    }


# --- the command ----------------------------------------------------------------------------


def printable(text):
    """Names from the folder as text that cannot steer a terminal."""
    return "".join(c if c.isprintable() else "\\u%04x" % ord(c) for c in text)


def print_report(folder, result):
    kind = "Redacted copy of notebook" if result["redacted"] else "Notebook"
    print("%s %s in %s" % (kind, result["notebook"], printable(folder)))
    if result["tlp"] is not None:
        print("Made for TLP:%s" % result["tlp"])
    for feed in result["feeds"]:
        head = "nothing readable"
        if feed["head"] is not None:
            head = "ends with number {:,}, {}".format(feed["head"][0], feed["head"][1])
        print("Feed %s: %s lines, %s" % (feed["feed"], "{:,}".format(feed["lines"]), head))
    print("Evidence files named: {:,}".format(result["evidence"]))
    if result["signatures"] is not None:
        print("Signatures checked with %s." % result["signatures"])
    for seal in result["seals"]:
        print("Seal at line {:,} of {}: {}".format(seal["line"], seal["feed"][:11], seal["value"]))
    print("Seal of everything that can be read now: %s" % result["seal"])
    print("")
    for found in result["findings"]:
        print("%s (%s)" % (found["severity"].upper(), found["code"]))
        print("  " + printable(found["text"]))
    if result["ok"] and result["redacted"]:
        print("In order as a redacted copy: what that proves, and what it does not, stands above.")
    elif result["ok"]:
        print("In order: nothing was changed, lost or damaged, as far as the folder can tell.")
    else:
        print("NOT in order: see above.")
    print(NOT_PROVEN)


def main():
    parser = argparse.ArgumentParser(description="Checks a Kiroku notebook without Kiroku.")
    parser.add_argument("folder", nargs="?", default=os.path.dirname(os.path.abspath(__file__)))
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    parser.add_argument(
        "--signatures",
        choices=["cryptography", "openssl", "none"],
        help="what checks the signatures (otherwise the first of these that works)",
    )
    parser.add_argument("--opening", help="what somebody has shown of a redacted copy")
    options = parser.parse_args()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")

    def progress(what):
        if sys.stderr.isatty():
            print("checking %s ..." % what, file=sys.stderr)

    try:
        signatures = None
        if options.signatures != "none":
            signatures = find_signatures(options.signatures)
        opening = None if options.opening is None else read_opening(options.opening)
        result = check_folder(notebook_in(options.folder), signatures, progress, opening)
    except (Problem, OSError) as problem:
        print("verify.py: %s." % printable(str(problem)), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("verify.py: stopped before the end.", file=sys.stderr)
        return 2
    if options.json:
        print(json.dumps(result, indent=2))
    else:
        print_report(options.folder, result)
    return 0 if result["ok"] else 1


if __name__ == "__main__":
    sys.exit(main())
