-- Parts 1 and 5 of aggregate.sql for Spark SQL; parts 2 to 4 are the same text. See big-files.md.

-- 1. Reading. Names of columns with spaces stand in backticks, and files are read by OPTIONS.
CREATE OR REPLACE TEMPORARY VIEW open_table USING csv OPTIONS (path 'recorded-crime-open-data.csv', header 'true', quote '"', escape '"');

CREATE OR REPLACE TEMPORARY VIEW crime AS
SELECT `Financial Year` AS financial_year, `Financial Quarter` AS quarter, `Force Name` AS force_name,
       `Offence Code` AS offence_code, `Number of Offences` AS offences
FROM open_table;

CREATE OR REPLACE TEMPORARY VIEW areas USING csv OPTIONS (path 'data/areas.csv', header 'true', quote '"', escape '"');

CREATE OR REPLACE TEMPORARY VIEW codes USING csv OPTIONS (path 'data/offences.csv', header 'true', quote '"', escape '"');

-- 5. Writing, into a folder.
INSERT OVERWRITE DIRECTORY 'aggregated' USING csv OPTIONS (header 'true')
SELECT * FROM recorded_crime ORDER BY area_code, offence_code, period_start;
