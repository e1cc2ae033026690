# SPDX-License-Identifier: GPL-3.0-or-later
"""The accessibility tree of a program, read over its bus without waiting for one answer at a time.

libatspi asks for each child, role and name and waits for each answer: some 2 ms a node, ten seconds for a page of
five thousand. GTK keeps what it has told for readers that want it at once (org.a11y.atspi.Cache), and who has which
children is asked once, with all questions on their way, and again where it has changed. A test of the window walks the
tree some hundred times.
"""
import ast
import collections
import functools
import re
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

ACCESSIBLE = "org.a11y.atspi.Accessible"
PROPERTIES = "org.freedesktop.DBus.Properties"
ROOT = "/org/a11y/atspi/accessible/root"
REGISTRY = "org.a11y.atspi.Registry"
CACHE = "/org/a11y/atspi/cache"
TIMEOUT = 10000  # milliseconds for one answer


Item = collections.namedtuple("Item", "parent index children name role")
TEXT = r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*\""""
# object, root, parent, index in parent, number of children, interfaces, name, role, description, states
ITEM = re.compile(rf"""\(\('[^']*', '([^']*)'\), \('[^']*', '[^']*'\), \('[^']*', '([^']*)'\), (-?\d+), (-?\d+), """
                  rf"""\[[^]]*\], ({TEXT}), (\d+), (?:{TEXT}), \[[^]]*\]\)""")


def connect():
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                Gio.DBusCallFlags.NONE, TIMEOUT, None).unpack()[0]
    flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    return Gio.DBusConnection.new_for_address_sync(address, flags, None, None)


@functools.lru_cache(maxsize=None)
def role_name(role):
    return Atspi.role_get_name(Atspi.Role(role))


class States:
    def __init__(self, words):
        self.bits = words[0] | (words[1] << 32)

    def contains(self, state):
        return bool(self.bits >> int(state) & 1)


class Node:
    """One thing that a screen reader meets. Its role never changes. `name` is what a walk heard; get_name() and
    all else ask anew."""

    def __init__(self, bus, owner, path, parent=None):
        self.bus, self.owner, self.path, self.parent = bus, owner, path, parent
        self.role = None
        self.name = None
        self.children = []

    def __eq__(self, other):
        return isinstance(other, Node) and (self.owner, self.path) == (other.owner, other.path)

    def __hash__(self):
        return hash((self.owner, self.path))

    def call(self, interface, method, signature=None, arguments=()):
        return self.bus.call_sync(self.owner, self.path, interface, method,
                                  GLib.Variant(signature, arguments) if signature else None, None,
                                  Gio.DBusCallFlags.NONE, TIMEOUT, None).unpack()

    def property(self, interface, name):
        return self.call(PROPERTIES, "Get", "(ss)", (interface, name))[0]

    def get_name(self):
        return self.property(ACCESSIBLE, "Name")

    def said(self):
        """What a walk heard; asked for once where the node comes from elsewhere."""
        if self.name is None:
            self.name = self.get_name() or ""
        return self.name

    def get_role_name(self):
        if self.role is None:
            self.role = self.call(ACCESSIBLE, "GetRole")[0]
        return role_name(self.role)

    def get_state_set(self):
        return States(self.call(ACCESSIBLE, "GetState")[0])

    def get_children(self):
        return [Node(self.bus, owner, path, self) for owner, path in self.call(ACCESSIBLE, "GetChildren")[0]]

    def get_child_count(self):
        return self.property(ACCESSIBLE, "ChildCount")

    def get_child_at_index(self, index):
        owner, path = self.call(ACCESSIBLE, "GetChildAtIndex", "(i)", (index,))[0]
        return Node(self.bus, owner, path, self)

    def get_n_actions(self):
        try:
            return self.property("org.a11y.atspi.Action", "NActions")
        except GLib.Error:  # it has none
            return 0

    def get_action_name(self, index):
        return self.call("org.a11y.atspi.Action", "GetName", "(i)", (index,))[0]

    def do_action(self, index):
        return self.call("org.a11y.atspi.Action", "DoAction", "(i)", (index,))[0]

    def get_text(self):
        text = "org.a11y.atspi.Text"
        return self.call(text, "GetText", "(ii)", (0, self.property(text, "CharacterCount")))[0]

    def get_box(self):
        """x, y, width and height in its window."""
        return self.call("org.a11y.atspi.Component", "GetExtents", "(u)", (int(Atspi.CoordType.WINDOW),))[0]


def find_program(bus, pid):
    """The root of the program with this process number; None while it is not there."""
    registry = Node(bus, REGISTRY, ROOT)
    daemon = Node(bus, "org.freedesktop.DBus", "/org/freedesktop/DBus")
    for child in registry.get_children():
        owner = daemon.call("org.freedesktop.DBus", "GetConnectionUnixProcessID", "(s)", (child.owner,))[0]
        if owner == pid:
            return child
    return None


def text_of(quoted):
    """A text as GLib prints it."""
    return ast.literal_eval(quoted) if "\\" in quoted else quoted[1:-1]


def kept(start):
    """What GTK has told once, by path, as it is now; also what has been hidden. To print the answer and search it
    takes a tenth of the time that it takes Python to unpack it."""
    answer = start.bus.call_sync(start.owner, CACHE, "org.a11y.atspi.Cache", "GetItems", None, None,
                                 Gio.DBusCallFlags.NONE, TIMEOUT, None).print_(False)
    return {path: Item(parent, int(index), int(children), text_of(name), int(role))
            for path, parent, index, children, name, role in ITEM.findall(answer)}


class Family:
    """Who is whose child in a program. What was answered once stands until GTK says that it has changed, or what it
    keeps does not fit the answer; all questions are on their way at once."""

    def __init__(self, bus, owner):
        self.bus, self.owner = bus, owner
        self.answers = {}
        self.pending = 0
        Node(bus, REGISTRY, "/org/a11y/atspi/registry").call(
            REGISTRY, "RegisterEvent", "(sass)", ("object:children-changed", [], ""))
        bus.signal_subscribe(owner, "org.a11y.atspi.Event.Object", "ChildrenChanged", None, None,
                             Gio.DBusSignalFlags.NONE, self.hear)

    def hear(self, bus, sender, path, interface, signal, arguments):
        self.answers.pop(path, None)

    def stands(self, path):
        """Whether the last answer still fits: a child that went is not kept, and one that came is counted."""
        children = self.answers.get(path)
        item = self.items.get(path)
        if children is None or item is None or item.children != len(children):
            return False
        kept_children = [self.items.get(child) for child in children]
        if None in kept_children:
            return False
        places = [child.index for child in kept_children if child.parent == path]
        return places == sorted(places)

    def find(self, start):
        """The root of a program says that it has no children; it is asked."""
        ahead = [start]
        while ahead:
            path = ahead.pop()
            if path != ROOT and path in self.items and self.items[path].children == 0:
                self.below[path] = []
            elif self.stands(path):
                self.below[path] = self.answers[path]
                ahead.extend(self.below[path])
            else:
                self.ask(path)

    def ask(self, path):
        def answered(bus, result):
            self.pending -= 1
            try:
                children = [child for _, child in bus.call_finish(result).unpack()[0]]
            except GLib.Error:  # it went while it was asked, as when a page is built anew
                return
            self.answers[path] = self.below[path] = children
            for child in children:
                self.find(child)

        self.pending += 1
        self.bus.call(self.owner, path, ACCESSIBLE, "GetChildren", None, None, Gio.DBusCallFlags.NONE, TIMEOUT, None,
                      answered)

    def read(self, start, items):
        """The children of start and of all below it, by path."""
        self.items, self.below = items, {}
        context = GLib.MainContext.default()
        while context.iteration(False):  # what has changed until now
            pass
        self.find(start)
        while self.pending:
            context.iteration(True)
        return self.below


families = {}


def family_of(node):
    key = node.bus, node.owner
    if key not in families:
        families[key] = Family(*key)
    return families[key]


def walk(start):
    """All nodes below start and itself, in the order of reading."""
    family = family_of(start)
    items = kept(start)
    below = family.read(start.path, items)
    if any(path not in items for path in below):
        items = kept(start)
    found, stack = [], [start]
    while stack:
        node = stack.pop()
        if node.path not in items or node.path not in below:
            continue
        node.name, node.role = items[node.path].name, items[node.path].role
        found.append(node)
        node.children = [Node(node.bus, node.owner, path, node) for path in below[node.path]]
        stack.extend(reversed(node.children))
    return found


class FocusListener:
    """Hears which nodes get the focus, as a screen reader does."""

    def __init__(self, bus):
        self.bus = bus
        self.heard = []
        Node(bus, REGISTRY, "/org/a11y/atspi/registry").call(
            REGISTRY, "RegisterEvent", "(sass)", ("object:state-changed:focused", [], ""))
        self.id = bus.signal_subscribe(None, "org.a11y.atspi.Event.Object", "StateChanged", None, "focused",
                                       Gio.DBusSignalFlags.NONE, self.hear)

    def hear(self, bus, sender, path, interface, signal, arguments):
        if arguments.unpack()[1]:
            self.heard.append(Node(bus, sender, path))

    def forget(self):
        """What has been said until now."""
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass
        del self.heard[:]

    def hear_next(self, patience=3):
        """The nodes that get the focus next; none where it stays for so many seconds."""
        context = GLib.MainContext.default()
        end = time.monotonic() + patience
        while not self.heard and time.monotonic() < end:
            context.iteration(False) or time.sleep(0.002)
        heard = self.heard[:]
        del self.heard[:]
        return heard

    def stop(self):
        self.bus.signal_unsubscribe(self.id)
