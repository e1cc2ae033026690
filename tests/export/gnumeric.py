# SPDX-License-Identifier: GPL-3.0-or-later
"""Gnumeric with a workbook open: the library of the program itself, as ssconvert uses it. There is no other way to
change one cell after the other without opening the file each time."""
import ctypes
import glob

import workbook

NUMBER = 40  # of GnmValueType, with which every value begins
P, TEXT, INT = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
FUNCTIONS = {
    'gnm_pre_parse_init': (P, INT, P),
    'gnm_init': (None,),
    'gnm_plugins_init': (None, P),
    'gnm_cmd_context_stderr_new': (P,),
    'go_io_context_new': (P, P),
    'workbook_view_new_from_uri': (P, TEXT, P, P, TEXT),
    'wb_view_get_workbook': (P, P),
    'workbook_sheet_by_name': (P, P, TEXT),
    'workbook_recalc_all': (None, P),
    'sheet_cell_fetch': (P, P, INT, INT),
    'sheet_cell_get_value': (P, P, INT, INT),
    'gnm_cell_set_value': (None, P, P),
    'gnm_cell_set_text': (None, P, TEXT),
    'value_new_from_string': (P, INT, TEXT, P, INT),
    'value_new_string': (P, TEXT),
    'value_peek_string': (TEXT, P),
    'value_get_as_float': (None, P),
    'g_object_unref': (None, P),
}


class Gnumeric:
    name = 'gnumeric'
    library = next(iter(sorted(glob.glob('/usr/lib/libspreadsheet-1.*.so'))), None)
    missing = None if library else 'gnumeric'

    def __init__(self, folder):
        self.calls = calls = ctypes.CDLL(self.library, mode=ctypes.RTLD_GLOBAL)
        for name, (result, *arguments) in FUNCTIONS.items():
            getattr(calls, name).restype, getattr(calls, name).argtypes = result, arguments
        calls.gnm_pre_parse_init(1, (TEXT * 2)(b'ssconvert', None))
        calls.gnm_init()
        context = calls.gnm_cmd_context_stderr_new()
        calls.gnm_plugins_init(context)
        self.io = calls.go_io_context_new(context)
        self.measure_numbers()

    def measure_numbers(self):
        """Debian's Gnumeric computes with long double, others need not."""
        number = self.calls.value_new_from_string(NUMBER, b'77.25', None, 0)
        for kind in (ctypes.c_longdouble, ctypes.c_double):
            self.calls.value_get_as_float.restype = kind
            if self.calls.value_get_as_float(number) == 77.25:
                return
        raise AssertionError('numbers of Gnumeric are neither double nor long double')

    def open(self, book):
        return GnumericBook(self, book)

    def close(self):
        """Its memory goes with the process."""


class GnumericBook:
    def __init__(self, program, book):
        self.calls = calls = program.calls
        uri = book.path.resolve().as_uri().encode()
        self.view = calls.workbook_view_new_from_uri(uri, None, program.io, None)
        self.book = calls.wb_view_get_workbook(self.view)
        self.sheets = {name: calls.workbook_sheet_by_name(self.book, name.encode()) for name in book.names}
        self.file = book
        self.places = [self.place(sheet, at) for sheet, found in book.formulas().items() for at in found]
        self.changed = []

    def place(self, sheet, at):
        row, column = workbook.split(at)
        return self.sheets[sheet], column, row

    def change(self, sheet, at, value):
        self.changed.append((sheet, at))
        self.write(sheet, at, value)

    def write(self, sheet, at, value):
        calls, cell = self.calls, self.calls.sheet_cell_fetch(*self.place(sheet, at))
        if not isinstance(value, str):
            calls.gnm_cell_set_value(cell, calls.value_new_from_string(NUMBER, repr(value).encode(), None, 0))
        elif value.startswith('='):
            calls.gnm_cell_set_text(cell, value.encode())
        else:
            calls.gnm_cell_set_value(cell, calls.value_new_string(value.encode()))

    def restore(self):
        for sheet, at in self.changed:
            cell = self.file.sheets[sheet][at]
            self.write(sheet, at, '=' + cell.formula if cell.formula is not None else
                       float(cell.value) if cell.is_number else cell.value)
        self.changed.clear()

    def values(self):
        """The value of every formula, in the order of the workbook: number, or as text. All are computed anew: to find
        out what depends on a cell takes Gnumeric longer."""
        number, text, value = self.calls.value_get_as_float, self.calls.value_peek_string, self.calls.sheet_cell_get_value
        self.calls.workbook_recalc_all(self.book)
        return [number(v) if INT.from_address(v).value == NUMBER else text(v).decode()
                for v in (value(*place) for place in self.places)]

    def close(self):
        self.calls.g_object_unref(self.view)
        self.calls.g_object_unref(self.book)
