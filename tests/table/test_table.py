"""The tables as a program that is not ours reads them: Python's own csv module, by the rules of docs/files.md alone.

Run with `python3 -B tests/table/test_table.py` after `cargo test`.
"""

import csv
import pathlib
import unittest

GOLDEN = pathlib.Path(__file__).parent.parent / "golden"


def read(name, between=","):
    """The rows of a table by column, and its columns in order."""
    with open(GOLDEN / name, encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, delimiter=between, strict=True)
        return list(reader), reader.fieldnames


class Table(unittest.TestCase):
    def test_it_begins_with_the_mark_that_spreadsheets_look_for(self):
        for name in ("wide.csv", "wide-comma.csv", "codebook.csv"):
            self.assertTrue((GOLDEN / name).read_bytes().startswith(b"\xef\xbb\xbf"), name)

    def test_each_row_has_every_column_and_no_other(self):
        for name, between in (("wide.csv", ","), ("wide-comma.csv", ";"), ("codebook.csv", ",")):
            rows, columns = read(name, between)
            self.assertEqual(len(columns), len(set(columns)), name)
            for row in rows:
                self.assertNotIn(None, row, name)
                self.assertNotIn(None, row.values(), name)

    def test_both_ways_of_writing_numbers_say_the_same(self):
        points, columns = read("wide.csv")
        commas, others = read("wide-comma.csv", ";")
        self.assertEqual(columns, others)
        for point, comma in zip(points, commas, strict=True):
            for name in columns:
                if name.startswith(("score.", "error.")):
                    self.assertNotIn(".", comma[name])
                    self.assertEqual(point[name], comma[name].replace(",", "."))
                else:
                    self.assertEqual(point[name], comma[name])

    def test_values_scores_and_labels_are_what_the_codebook_says(self):
        rows, columns = read("wide.csv")
        book, _ = read("codebook.csv")
        told = {row["column"]: row for row in book}
        self.assertEqual(list(told), columns)
        for row in rows:
            for name, cell in row.items():
                codes = dict(code.split(" = ", 1) for code in told[name]["codes"].split(" | ") if " = " in code)
                if f"{name}.label" in row and cell:
                    self.assertEqual(codes[cell], row[f"{name}.label"], name)
                elif name.startswith("result."):
                    self.assertLessEqual(set(cell.split()), set(told[name]["codes"].split(" | ")), name)

    def test_the_scores_follow_from_the_values_and_the_codebook(self):
        rows, _ = read("wide.csv")
        book, _ = read("codebook.csv")
        for row in rows:
            for scale in ("burnout", "compassion_fatigue", "tired", "recovery", "carries"):
                keyed = []
                for told in book:
                    cell = row.get(told["column"], "")
                    if told["column"].startswith("item.") and scale in told["scales"].split() and cell:
                        keyed.append(4 - int(cell) if told["keying"] == "reversed" else int(cell))
                self.assertEqual(len(keyed), int(row[f"answered.{scale}"]))
                self.assertAlmostEqual(25 * sum(keyed) / len(keyed), float(row[f"score.{scale}"]), delta=0.00501)


if __name__ == "__main__":
    unittest.main()
