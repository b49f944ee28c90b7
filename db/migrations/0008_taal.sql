-- The language of the fixed texts: of his letter and of his screens. The plan stays as it was written. K2
alter table client_persoon add column taal text not null default 'nl' check (taal in ('nl', 'en'));
