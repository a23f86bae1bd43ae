"""Answers for active people from DuckDB, in this process, on the events of a CSV file: a line for a line."""

import json
import sys
import time

import duckdb

csv, last = sys.argv[1], sys.argv[2]
db = duckdb.connect()
db.execute(
    """CREATE TABLE event AS SELECT "Personnel No." AS person, CAST("When" AS TIMESTAMPTZ) AT TIME ZONE 'UTC' AS time
       FROM read_csv(?, header = true, all_varchar = true)""",
    [csv],
)
OVER = "SELECT count(DISTINCT person) FROM event WHERE time::DATE > ?::DATE - ? AND time::DATE <= ?::DATE"
BY_DAY = """SELECT time::DATE::VARCHAR, count(DISTINCT person) FROM event
            WHERE time::DATE > ?::DATE - 180 AND time::DATE <= ?::DATE GROUP BY 1 ORDER BY 1"""
print("ready", flush=True)
for _ in sys.stdin:
    begin = time.perf_counter()
    over = [db.execute(OVER, [last, days, last]).fetchone()[0] for days in (1, 7, 28)]
    by_day = db.execute(BY_DAY, [last, last]).fetchall()
    took = (time.perf_counter() - begin) * 1e3
    answer = {"milliseconds": took, "active_1": over[0], "active_7": over[1], "active_28": over[2], "days": by_day}
    print(json.dumps(answer), flush=True)
