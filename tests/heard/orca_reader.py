"""Orca, with its speech written down in place of spoken.

Run by the system's own Python, which has Orca: `orca_reader.py PREFERENCES`, on a screen and a
session bus of its own. It answers each line on its standard input with one line of JSON: how many
events have reached Orca, how many of them still wait, and what was said since the last answer.
Nothing of Orca is changed but its voice: there is none, so no speech service is needed either.
HEARD_DEBUG names a file into which Orca writes why it says what it says.
"""

import json
import os
import pathlib
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("Atspi", "2.0")
from gi.repository import GLib  # noqa: E402
from orca import debug, event_manager, orca, orca_platform, settings, speech  # noqa: E402

spoken: list[object] = []
arrived: list[object] = []


def main(preferences):
    if path := os.environ.get("HEARD_DEBUG"):
        debug.debugLevel, debug.eventDebugLevel = debug.LEVEL_ALL, debug.LEVEL_OFF
        debug.debugFile = pathlib.Path(path).open("w")  # noqa: SIM115 - as long as Orca runs
    manager = orca.getSettingsManager()
    manager.activate(preferences, {"enableKeyEcho": False, "enableBraille": False})
    # One word per key would stand between the sentences that matter.
    settings.enableKeyEcho = settings.enableEchoByCharacter = settings.enableEchoByWord = False
    settings.timeoutTime = 0  # a busy machine is no fault: the tests say when they stop waiting
    hook_voice()
    hook_events()
    GLib.io_add_watch(sys.stdin.fileno(), GLib.IO_IN | GLib.IO_HUP, answer)
    return orca.main()


def hook_voice():
    def keep(text, *_rest, **_more):
        if text.strip():
            spoken.append(" ".join(text.split()))

    speech._speak = speech.speakCharacter = keep  # the two ways to the voice
    speech.speakKeyEvent = lambda *_rest, **_more: None
    speech._initSpeechServer = lambda *_names: None


def hook_events():
    ignore = event_manager.EventManager._ignore

    def counted(self, event):
        arrived.append(event.type)
        return ignore(self, event)

    event_manager.EventManager._ignore = counted


def answer(source, condition):
    line = b"" if condition & GLib.IO_HUP else os.read(source, 4096)
    if not line:  # whoever asked has gone
        os._exit(0)
    waiting = event_manager._manager._eventQueue.qsize() if ready() else 1
    state = {"events": len(arrived), "waiting": waiting, "version": orca_platform.version}
    print(json.dumps({**state, "spoken": spoken}), flush=True)
    spoken.clear()
    return True


def ready():
    return event_manager._manager._active


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
