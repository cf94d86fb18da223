-- Adds a table of police recorded crime up to the layout of data/recorded-crime.csv, with DuckDB; see big-files.md.
-- Run in the project's folder. Reads recorded-crime-open-data.csv, unless the variable `table_file` names another file,
-- and writes aggregated.csv.

-- 1. Reading. Only this part and the last belong to DuckDB. Everything is read as text, so that a code such as "21" stays one.
SET VARIABLE table_file = coalesce(getvariable('table_file'), 'recorded-crime-open-data.csv');

CREATE OR REPLACE TEMP VIEW crime AS
SELECT "Financial Year" AS financial_year, "Financial Quarter" AS quarter, "Force Name" AS force_name,
       "Offence Code" AS offence_code, "Number of Offences" AS offences
FROM read_csv(getvariable('table_file'), header = true, delim = ',', quote = '"', escape = '"', all_varchar = true);

CREATE OR REPLACE TEMP VIEW areas AS
SELECT * FROM read_csv('data/areas.csv', header = true, delim = ',', quote = '"', escape = '"', all_varchar = true);

CREATE OR REPLACE TEMP VIEW codes AS
SELECT * FROM read_csv('data/offences.csv', header = true, delim = ',', quote = '"', escape = '"', all_varchar = true);

-- 2. The names of forces: both of areas.csv, and the spellings that neither has. Add your own here.
CREATE OR REPLACE TEMPORARY VIEW spellings AS
SELECT area AS name, area_code FROM areas
UNION
SELECT force_name AS name, area_code FROM areas
UNION
SELECT other.name, areas.area_code
FROM (VALUES ('London, City of', 'City of London'),
             ('Devon & Cornwall', 'Devon and Cornwall'),
             ('Hampshire and Isle of Wight', 'Hampshire'),
             ('Metropolitan', 'Metropolitan Police')) AS other (name, area)
JOIN areas ON areas.area = other.area;

-- The counts as numbers: digits, after a minus where a quarter corrects an earlier one; else none.
CREATE OR REPLACE TEMPORARY VIEW counts AS
SELECT force_name, financial_year, offence_code,
       CASE WHEN offences <> '' AND translate(CASE WHEN offences LIKE '-_%' THEN substr(offences, 2) ELSE offences END, '0123456789', '') = ''
            THEN CAST(offences AS BIGINT) END AS n
FROM crime;

-- 3. What is added up and what is left out; look at it before you use the result. `unreadable`: counts that are no whole
-- number. The second list has the years without all four quarters, which are left out because they are no years.
SELECT CASE WHEN spellings.area_code IS NULL THEN counts.force_name
            WHEN codes.offence_code IS NULL THEN 'left out: other offences'
            ELSE 'added up' END AS part,
       count(*) AS number_of_rows,
       sum(CASE WHEN counts.n IS NULL THEN 1 ELSE 0 END) AS unreadable
FROM counts
LEFT JOIN spellings ON spellings.name = counts.force_name
LEFT JOIN codes ON codes.offence_code = counts.offence_code
GROUP BY 1
ORDER BY 1;

SELECT force_name, financial_year, count(DISTINCT quarter) AS quarters
FROM crime
GROUP BY force_name, financial_year
HAVING count(DISTINCT quarter) <> 4
ORDER BY 1, 2;

-- 4. The sums. One count in a sum that is missing or no whole number leaves the value empty, and `cargo xtask data check`
-- refuses an empty value.
CREATE OR REPLACE TEMPORARY VIEW recorded_crime AS
WITH years AS (
  SELECT force_name, financial_year,
         concat(substr(financial_year, 1, 4), '-04-01') AS period_start,
         concat(CAST(CAST(substr(financial_year, 1, 4) AS INTEGER) + 1 AS VARCHAR(4)), '-03-31') AS period_end
  FROM crime
  GROUP BY force_name, financial_year
  HAVING count(DISTINCT quarter) = 4
)
SELECT spellings.area_code, years.period_start, years.period_end, counts.offence_code,
       CASE WHEN count(*) = count(counts.n) THEN sum(counts.n) END AS value,
       'own_table' AS source_id
FROM counts
JOIN years ON years.force_name = counts.force_name AND years.financial_year = counts.financial_year
JOIN spellings ON spellings.name = counts.force_name
JOIN codes ON codes.offence_code = counts.offence_code
GROUP BY spellings.area_code, years.period_start, years.period_end, counts.offence_code;

-- 5. Writing.
COPY (SELECT * FROM recorded_crime ORDER BY area_code, offence_code, period_start) TO 'aggregated.csv' (HEADER, DELIMITER ',');
