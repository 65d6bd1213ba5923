-- +goose Up

-- What names a job is looked for when one is deleted, so that a draft is thrown away without reading every job.
create index jobs_refilling on jobs (refills_id) where refills_id is not null;
create index jobs_amending on jobs (amends_id) where amends_id is not null;
create index job_ends_of_job on job_ends (job_id);
