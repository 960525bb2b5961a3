"""A small program that gives up what it does not need and becomes another one: confine.py LIMITS PROGRAM ARGUMENT...

LIMITS is JSON: reads and writes (folders and files), memory (bytes), cpu (seconds), file (bytes). What the program may
still do: read what it is named, write below what it is named, never open a socket, and never outlive whoever started
it. Where the kernel cannot enforce a part (Landlock before Linux 5.13, other systems) it is left out; abilities() says
which hold. It runs alone, with the standard library only, so that threads of the caller are not forked.
"""

import ctypes
import json
import os
import platform
import resource
import struct
import sys
from dataclasses import dataclass

_CREATE, _ADD, _RESTRICT = 444, 445, 446
_PATH_BENEATH = 1
_READ = 1 << 2 | 1 << 3
_EXECUTE = 1
_TRUNCATE = 1 << 14
_DEVICE_CONTROL = 1 << 15
_ON_FILES = _READ & ~(1 << 3) | _EXECUTE | 1 << 1 | _TRUNCATE | _DEVICE_CONTROL
_SOCKETS = {"x86_64": (0xC000003E, (41, 53, 425)), "aarch64": (0xC00000B7, (198, 199, 425))}
"""Per machine its name for seccomp and its numbers of socket, socketpair and io_uring_setup (it too opens sockets)."""
_NO_NEW_PRIVILEGES, _SECCOMP, _DEATH_SIGNAL = 38, 22, 1
_SIGKILL = 9


@dataclass(frozen=True)
class Abilities:
    """What of the confinement this machine enforces."""

    files: int
    """The kernel's Landlock version; 0 where it has none and any readable file stays readable."""
    network: bool
    """Whether sockets are refused."""


def abilities() -> Abilities:
    """Ask the kernel."""
    linux = sys.platform == "linux"
    return Abilities(files=max(0, _landlock()) if linux else 0, network=linux and platform.machine() in _SOCKETS)


def main() -> None:
    """Confine this process and become the program."""
    limits, program = json.loads(sys.argv[1]), sys.argv[2:]
    for name, value in (
        (resource.RLIMIT_AS, limits["memory"]),
        (resource.RLIMIT_CPU, limits["cpu"]),
        (resource.RLIMIT_FSIZE, limits["file"]),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_CORE, 0),
    ):
        _limit(name, value)
    if sys.platform == "linux":
        libc = ctypes.CDLL(None, use_errno=True)
        libc.prctl(_DEATH_SIGNAL, _SIGKILL, 0, 0, 0)
        if os.getppid() != limits["parent"]:
            os.kill(os.getpid(), _SIGKILL)
        libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
        _wall_off(libc, limits["reads"], limits["writes"])
        _refuse_sockets(libc)
    os.execve(program[0], program, {})


def _limit(name: int, value: int) -> None:
    most = resource.getrlimit(name)[1]
    wanted = value if most == resource.RLIM_INFINITY else min(value, most)
    try:
        resource.setrlimit(name, (wanted, wanted))
    except (ValueError, OSError):
        if sys.platform == "linux":
            raise


def _landlock() -> int:
    return int(ctypes.CDLL(None, use_errno=True).syscall(_CREATE, None, 0, 1))


def _wall_off(libc: ctypes.CDLL, reads: list[str], writes: list[str]) -> None:
    """Landlock: of the file system only these, and no TCP where the kernel knows how."""
    version = _landlock()
    if version < 1:
        return
    handled = (1 << (13 if version < 2 else 14 if version < 3 else 15 if version < 5 else 16)) - 1
    attributes = struct.pack("QQ", handled, 3 if version >= 4 else 0)
    rules = libc.syscall(_CREATE, attributes, len(attributes) if version >= 4 else 8, 0)
    if rules < 0:
        raise OSError(ctypes.get_errno(), "landlock_create_ruleset")
    for path in reads:
        _allow(libc, rules, path, (_READ | _EXECUTE) & handled)
    for path in writes:
        _allow(libc, rules, path, handled & ~_EXECUTE)
    if libc.syscall(_RESTRICT, rules, 0) != 0:
        raise OSError(ctypes.get_errno(), "landlock_restrict_self")
    os.close(rules)


def _allow(libc: ctypes.CDLL, rules: int, path: str, access: int) -> None:
    try:
        handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    if not os.path.isdir(path):
        access &= _ON_FILES
    rule = struct.pack("=Qi", access, handle)
    if libc.syscall(_ADD, rules, _PATH_BENEATH, rule, 0) != 0:
        raise OSError(ctypes.get_errno(), f"landlock_add_rule {path}")
    os.close(handle)


def _refuse_sockets(libc: ctypes.CDLL) -> None:
    """Seccomp: calls that open a socket fail with EACCES; a call through another architecture's table kills."""
    if platform.machine() not in _SOCKETS:
        return
    architecture, calls = _SOCKETS[platform.machine()]
    load, equal, above, leave = 0x20, 0x15, 0x35, 0x06
    kill, refuse, allow = 0x80000000, 0x00050000 | 13, 0x7FFF0000
    steps = [(load, 0, 0, 4), (equal, 1, 0, architecture), (leave, 0, 0, kill), (load, 0, 0, 0)]
    tests = [(above, 0x40000000), *((equal, call) for call in calls)]
    steps += [(test, len(tests) - n, 0, value) for n, (test, value) in enumerate(tests)]
    steps += [(leave, 0, 0, allow), (leave, 0, 0, refuse)]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = ctypes.create_string_buffer(struct.pack("HxxxxxxQ", len(steps), ctypes.addressof(code)))
    if libc.prctl(_SECCOMP, 2, program, 0, 0) != 0 and ctypes.get_errno() not in (22, 38):
        raise OSError(ctypes.get_errno(), "seccomp")


if __name__ == "__main__":
    main()
