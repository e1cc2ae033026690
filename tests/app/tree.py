# SPDX-License-Identifier: GPL-3.0-or-later
"""The accessibility tree of a program, read over its bus in one answer.

libatspi asks for each child, role and name and waits for each answer: some 2 ms a node, ten seconds for a page of
five thousand. GTK keeps all of it for readers that want it at once (org.a11y.atspi.Cache), which is some fifty times
as fast; and a test of the window walks the tree some hundred times.
"""
import ast
import collections
import re

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

ACCESSIBLE = "org.a11y.atspi.Accessible"
PROPERTIES = "org.freedesktop.DBus.Properties"
ROOT = "/org/a11y/atspi/accessible/root"
REGISTRY = "org.a11y.atspi.Registry"
CACHE = "/org/a11y/atspi/cache"
COMPONENT = "org.a11y.atspi.Component"
TIMEOUT = 10000  # milliseconds for one answer


Item = collections.namedtuple("Item", "parent index children is_widget name role states")
TEXT = r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*\""""
ITEM = re.compile(rf"""\(\('[^']*', '([^']*)'\), \('[^']*', '[^']*'\), \('[^']*', '([^']*)'\), (-?\d+), (-?\d+), """
                  rf"""\[([^]]*)\], ({TEXT}), (\d+), (?:{TEXT}), \[([^]]*)\]\)""")


def connect():
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                Gio.DBusCallFlags.NONE, TIMEOUT, None).unpack()[0]
    flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    return Gio.DBusConnection.new_for_address_sync(address, flags, None, None)


class States:
    def __init__(self, words):
        self.bits = words[0] | (words[1] << 32)

    def contains(self, state):
        return bool(self.bits >> int(state) & 1)


class Node:
    """One thing that a screen reader meets. Its role never changes. `name` is what a walk heard; get_name() and
    all else ask anew."""

    def __init__(self, bus, owner, path, parent=None, item=None):
        self.bus, self.owner, self.path, self.parent = bus, owner, path, parent
        self.role = item.role if item else None
        self.name = item.name if item else None
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

    def get_role_name(self):
        if self.role is None:
            self.role = self.call(ACCESSIBLE, "GetRole")[0]
        return Atspi.role_get_name(Atspi.Role(self.role))

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
        return self.call(COMPONENT, "GetExtents", "(u)", (int(Atspi.CoordType.WINDOW),))[0]


def find_program(bus, pid):
    """The root of the program with this process number; None while it is not there."""
    registry = Node(bus, REGISTRY, ROOT)
    daemon = Node(bus, "org.freedesktop.DBus", "/org/freedesktop/DBus")
    for child in registry.get_children():
        owner = daemon.call("org.freedesktop.DBus", "GetConnectionUnixProcessID", "(s)", (child.owner,))[0]
        if owner == pid:
            return child
    return None


class Opening:
    """GTK keeps a node once its parent has been asked for its children: asks all that are given and what is found
    below them, with all questions on their way at once."""

    def __init__(self, bus, owner):
        self.bus, self.owner, self.pending = bus, owner, 0

    def ask(self, path):
        def answered(bus, result):
            self.pending -= 1
            try:
                children = bus.call_finish(result).unpack()[0]
            except GLib.Error:  # it went while it was asked
                children = []
            for _, child in children:
                self.ask(child)

        self.pending += 1
        self.bus.call(self.owner, path, ACCESSIBLE, "GetChildren", None, None, Gio.DBusCallFlags.NONE, TIMEOUT, None,
                      answered)

    def open(self, paths):
        for path in paths:
            self.ask(path)
        context = GLib.MainContext.default()
        while self.pending:
            context.iteration(True)


def closed(items):
    """The paths of nodes that have more children than are kept."""
    known = {}
    for item in items.values():
        known[item.parent] = known.get(item.parent, 0) + 1
    return [path for path, item in items.items() if item.children > known.get(path, 0)]


def text_of(quoted):
    """A text as GLib prints it."""
    return ast.literal_eval(quoted) if "\\" in quoted else quoted[1:-1]


def kept(start):
    """To print the answer and search it takes a tenth of the time that it takes Python to unpack it."""
    answer = start.bus.call_sync(start.owner, CACHE, "org.a11y.atspi.Cache", "GetItems", None, None,
                                 Gio.DBusCallFlags.NONE, TIMEOUT, None).print_(False)
    return {path: Item(parent, int(index), int(children), COMPONENT in interfaces, text_of(name), int(role),
                       [int(word) for word in states.split(",")])
            for path, parent, index, children, interfaces, name, role, states in ITEM.findall(answer)}


def items_of(start):
    """What the program keeps for screen readers that read it all at once, by path."""
    items = kept(start)
    new = closed(items) if items else [ROOT]
    if not new:
        return items
    Opening(start.bus, start.owner).open(new)
    return kept(start)


def family(items):
    """The paths below each path in order. What is no widget, such as the page of a stack, has its children in its
    place; what is not visible is not there."""
    below = {}
    for path, item in items.items():
        if States(item.states).contains(Atspi.StateType.VISIBLE):
            below.setdefault(item.parent, []).append((item.index, path))
    result = {}
    for parent, children in below.items():
        order = []
        for _, path in sorted(children):
            if items[path].is_widget:
                order.append(path)
            else:
                order.extend(inner for _, inner in sorted(below.get(path, [])))
        result[parent] = order
    return result


def walk(start):
    """All nodes below start and itself, in the order of reading."""
    items = items_of(start)
    below = family(items)
    if start.path not in items and start.path != ROOT:  # it went, as when a page is built anew
        return []
    start.name = items[start.path].name if start.path in items else start.get_name()
    found, stack = [], [start]
    while stack:
        node = stack.pop()
        found.append(node)
        node.children = [Node(node.bus, node.owner, path, node, items[path]) for path in below.get(node.path, [])]
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

    def stop(self):
        self.bus.signal_unsubscribe(self.id)
