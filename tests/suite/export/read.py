"""Reads the tables of an export with an engine, and prints the answers to the same questions.

python read.py duckdb|spark FOLDER: one JSON object, for each form the rows of each question.
"""

import json
import sys

TABLES = ["notes", "clients", "incidents", "terms", "invoices", "decisions"]

QUESTIONS = {
    "rows": " union all ".join(
        f"select '{table}' as t, vault, count(*) as n from {table} group by vault" for table in TABLES
    ),
    "notes": "select vault, count(distinct path) from notes group by vault",
    "standings": "select vault, client, standing, cast(score as double) from clients",
    "scores": "select vault, client, round(sum(cast(points as double)) * max(cast(variety as double)), 3)"
    " from terms group by vault, client",
    "owed": "select vault, currency, cast(sum(cast(amount as decimal(38,2))) as string) from invoices"
    " where state in ('open', 'overdue', 'credit') group by vault, currency",
    "interest": "select vault, currency, cast(sum(cast(interest as decimal(38,2))) as string) from invoices"
    " where state = 'overdue' and interest is not null and interest <> '' group by vault, currency",
    "odd": "select client, name from clients where vault = 'odd'",
    "said": "select cast(incident as string), observed from incidents where vault = 'odd' and not cast(derived as boolean)",
    "at": "select cast(incident as string), cast(epoch_of(at_utc) as bigint) from incidents"
    " where vault = 'odd' and not cast(derived as boolean)",
    "flags": "select status, count(*) from notes where type = 'incident' and vault = 'stories' group by status",
}


def with_duckdb(folder):
    import duckdb

    for form in ("ndjson", "csv"):
        engine = duckdb.connect()
        engine.sql("set timezone = 'UTC'")
        for table in TABLES:
            path = f"{folder}/{table}.{form}"
            reader = (
                f"read_json('{path}', format = 'newline_delimited')"
                if form == "ndjson"
                else f"read_csv('{path}', all_varchar = true, header = true)"
            )
            engine.sql(f"create table {table} as select * from {reader}")
        yield form, lambda question: engine.sql(
            question.replace("epoch_of(at_utc)", "epoch(cast(at_utc as timestamptz))")
        ).fetchall()


def with_spark(folder):
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[1]").appName("casefile")
    for key, value in {
        "spark.ui.enabled": "false",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.shuffle.partitions": "1",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.warehouse.dir": f"{folder}/warehouse",
    }.items():
        builder = builder.config(key, value)
    engine = builder.getOrCreate()
    engine.sparkContext.setLogLevel("ERROR")
    for form in ("ndjson", "csv"):
        for table in TABLES:
            path = f"{folder}/{table}.{form}"
            read = (
                engine.read.json(path)
                if form == "ndjson"
                else engine.read.csv(path, header=True, multiLine=True, quote='"', escape='"')
            )
            read.createOrReplaceTempView(table)
        yield form, lambda question: [
            list(row)
            for row in engine.sql(
                question.replace("epoch_of(at_utc)", "unix_timestamp(cast(at_utc as timestamp))")
            ).collect()
        ]
    engine.stop()


def main():
    name, folder = sys.argv[1:]
    engine = {"duckdb": with_duckdb, "spark": with_spark}[name]
    answers = {}
    for form, ask in engine(folder):
        answers[form] = {
            question: sorted([list(row) for row in ask(sql)], key=lambda row: [str(cell) for cell in row])
            for question, sql in QUESTIONS.items()
        }
    print(json.dumps(answers))


main()
