-- Slows down guessing at one account; the key is a hash of the e-mail address, known or not.
create table inlogrem (
  sleutel text primary key,
  pogingen integer not null default 1 check (pogingen > 0),
  beurt_op timestamptz not null default now(),
  laatst_op timestamptz not null default now()
);
