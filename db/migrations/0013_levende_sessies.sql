-- Which of these sessions live now. Of this moment, not of when the statement that asks began to wait for a row: a volatile
-- function sees what was committed meanwhile. `na` is what has to be done first.
create function levende_sessies(hashes text[], na bigint) returns setof text
language plpgsql volatile as $$
begin
  return query select id_hash from sessie where id_hash = any(hashes) and expires_at > now();
end
$$;
