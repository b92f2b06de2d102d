"""Rows of a database as plain text, read without the program: sqlite3 of the standard library, or psql."""

import csv
import io
import os
import sqlite3
import subprocess


class SqliteRows:
    hex = "hex({})"

    def __init__(self, path):
        self.connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)

    def all(self, sql):
        return [["" if value is None else str(value) for value in row] for row in self.connection.execute(sql)]


class PostgresRows:
    hex = "upper(encode({}, 'hex'))"

    def __init__(self, folder, database):
        self.command = ["psql", "-X", "-q", "--csv", "-t", "-h", str(folder), "-U", "postgres", "-d", database, "-c"]

    def all(self, sql):
        answer = subprocess.run([*self.command, sql], check=True, stdout=subprocess.PIPE, cwd=os.sep,
                                env={**os.environ, "PGOPTIONS": "-c search_path=meterhall"})
        return list(csv.reader(io.StringIO(answer.stdout.decode())))
