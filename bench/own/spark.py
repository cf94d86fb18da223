"""Runs ../../docs/aggregate.sql on Spark in local mode, with parts 1 and 5 of aggregate-spark.sql, and compares the sums.

`python spark.py`, with pyspark and a Java installed, after `node own/table.mjs`. Not part of any command of the project.
"""

import csv
import glob
import os
import pathlib
import re
import shutil

from pyspark.sql import SparkSession

root = pathlib.Path(__file__).resolve().parents[2]
folder = root / "bench/out/own/spark"
shutil.rmtree(folder, ignore_errors=True)
folder.mkdir(parents=True)
(folder / "data").symlink_to(root / "data")
(folder / "recorded-crime-open-data.csv").symlink_to(root / "bench/out/own/322608.csv")
os.chdir(folder)


def part(name, n):
    text = (root / "docs" / name).read_text()
    return re.search(rf"^-- {n}\..*?(?=^-- \d\.|\Z)", text, re.M | re.S).group()


spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
spark.sparkContext.setLogLevel("ERROR")
for name, n in [("aggregate-spark.sql", 1), *[("aggregate.sql", n) for n in (2, 3, 4)], ("aggregate-spark.sql", 5)]:
    text = re.sub(r"^--.*$", "", part(name, n), flags=re.M)
    for statement in filter(str.strip, text.split(";")):
        result = spark.sql(statement)
        if statement.strip().startswith("SELECT"):
            result.show(truncate=False)
version = spark.version
spark.stop()


def rows(paths):
    return sorted(
        tuple(r[c] for c in ("area_code", "period_start", "period_end", "offence_code", "value"))
        for path in paths
        for r in csv.DictReader(open(path, encoding="utf-8"))
    )


known, ours = rows([root / "data/recorded-crime.csv"]), rows(glob.glob("aggregated/*.csv"))
print(f"Spark {version}: {len(ours)} sums, {'good' if known == ours else 'not those of data/recorded-crime.csv'}")
raise SystemExit(known != ours)
