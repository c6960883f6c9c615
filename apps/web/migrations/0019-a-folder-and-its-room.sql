-- The public key of the boards, as the folder outside the database first had it: with another folder no board is signed.
alter table installation add column board_key text;

-- That there is no room on the disk is kept in memory: it is not the full disk that could keep it.
alter table result_archives drop column waits_for_room;
