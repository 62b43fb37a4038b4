SET session_replication_role = replica;
CREATE FUNCTION pg_temp.u(kind int, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT (lpad(to_hex(1600000000000 + n * 1000), 12, '0') || '70008' || lpad(to_hex(kind), 3, '0')
        || lpad(to_hex(n), 12, '0'))::uuid
$$;
CREATE FUNCTION pg_temp.p(n bigint) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
    SELECT decode(lpad(to_hex(n), 8, '0'), 'hex')
$$;
CREATE TEMP TABLE hot AS SELECT * FROM idea WHERE number = :hot;
CREATE TEMP TABLE said AS SELECT * FROM official_reply LIMIT 1;

INSERT INTO person (id, name, created_at) SELECT pg_temp.u(1, n), 'Resident ' || n, n FROM generate_series(1, :n) n;

INSERT INTO idea (id, campaign_id, author_id, title, slug, body, html, html_policy, status, created_at, published_at,
    shown_revision)
SELECT pg_temp.u(2, n), hot.campaign_id, CASE WHEN n % 20 = 0 THEN hot.author_id ELSE pg_temp.u(1, n) END,
    'A bench like the others' || CASE WHEN n % 20 = 1 THEN ' with a pergola' WHEN n % 1000 = 2 THEN ' with a gazebo' ELSE '' END, 'a-bench', 'To rest.',
    '<p>To rest.</p>', hot.html_policy, CASE WHEN n <= :n / 4 THEN 'done' ELSE 'published' END, n, n, 1
FROM generate_series(1, :n) n, hot;

-- The oldest are of a campaign that was over long ago.
INSERT INTO campaign SELECT (campaign).* FROM (SELECT jsonb_populate_record(c, jsonb_build_object('id', pg_temp.u(8, 1),
    'slug', 'long-ago', 'question', 'What was it?')) AS campaign FROM campaign c, hot WHERE c.id = hot.campaign_id) old;
UPDATE idea SET campaign_id = pg_temp.u(8, 1) WHERE created_at <= 15 AND id <> (SELECT id FROM hot);

INSERT INTO tally (idea_id, campaign_id, listed, votable, support, comments, confidence, trend, votes, born_at, status)
SELECT id, campaign_id, TRUE, TRUE, 1, 1, (created_at * 7919) % 100003, (created_at * 104729) % 1000003, 1, created_at, status
FROM idea WHERE NOT EXISTS (SELECT 1 FROM tally WHERE idea_id = idea.id);

INSERT INTO label (id, kind, slug, name, created_at)
SELECT pg_temp.u(9, n), CASE WHEN n <= 2 THEN 'place' ELSE 'tag' END, CASE n % 2 WHEN 0 THEN 'usual' ELSE 'rare' END,
    'Label ' || n, n FROM generate_series(1, 4) n;
INSERT INTO idea_label (idea_id, label_id, kind)
SELECT i.id, l.id, l.kind FROM idea i JOIN label l ON l.slug = CASE WHEN i.created_at <= 6 THEN 'rare' ELSE 'usual' END;

-- Number 10 + n on the one idea: threads of four in the first half, one thread in the second.
INSERT INTO comment (id, idea_id, number, root, path, depth, author_id, stance, body, html, html_policy, state, created_at)
SELECT pg_temp.u(3, n), hot.id, 10 + n, r.root,
    CASE WHEN r.root = 10 + n THEN pg_temp.p(10 + n) ELSE pg_temp.p(r.root) || pg_temp.p(10 + n) END,
    CASE WHEN r.root = 10 + n THEN 0 ELSE 1 END, CASE WHEN n % 20 = 0 THEN hot.author_id ELSE pg_temp.u(1, n) END,
    CASE WHEN n > :n / 2 THEN 'neutral' WHEN n % 100 = 1 THEN 'for' WHEN n % 100 = 5 THEN 'against' ELSE 'neutral' END,
    'So it is.', '<p>So it is.</p>', hot.html_policy, 'published', n
FROM generate_series(1, :n) n, hot,
    LATERAL (SELECT 10 + CASE WHEN n > :n / 2 THEN :n / 2 + 1 ELSE n - (n - 1) % 4 END AS root) r;
-- One on every other idea.
INSERT INTO comment (id, idea_id, number, root, path, depth, author_id, stance, body, html, html_policy, state, created_at)
SELECT pg_temp.u(3, :n + created_at), id, 1, 1, pg_temp.p(1), 0, pg_temp.u(1, created_at), 'neutral', 'So it is.',
    '<p>So it is.</p>', html_policy, 'published', created_at FROM idea WHERE created_at <= :n;

-- One person on every idea, every person on the one, to which half of them came with others.
INSERT INTO vote (idea_id, person_id, choice, state, changed_at)
SELECT i.id, hot.author_id, CASE WHEN i.created_at % 3 = 0 THEN 0 ELSE 1 END, 'counted', i.created_at
FROM idea i, hot WHERE i.created_at <= :n;
INSERT INTO vote (idea_id, person_id, choice, state, changed_at, carried_from)
SELECT hot.id, pg_temp.u(1, n), 1, 'counted', n, CASE WHEN n % 2 = 0 THEN pg_temp.u(2, 1 + n % 10) END
FROM generate_series(1, :n) n, hot;
INSERT INTO carried (idea_id, from_id, people) SELECT idea_id, carried_from, COUNT(*) FROM vote
WHERE carried_from IS NOT NULL GROUP BY idea_id, carried_from;
-- Every person says of its one milestone whether that happened.
INSERT INTO milestone (id, idea_id, title, due, due_at, officers_at, asked_at, by_id, created_at)
SELECT pg_temp.u(10, 1), hot.id, 'The bench is there', '2026-03-01', 1, 1, 1, said.by_id, 1 FROM hot, said;
INSERT INTO milestone_word (milestone_id, person_id, said, at) SELECT pg_temp.u(10, 1), pg_temp.u(1, n), 'YES', n
FROM generate_series(1, :n) n;
UPDATE milestone SET said_yes = :n WHERE id = pg_temp.u(10, 1);
INSERT INTO follow (idea_id, person_id, follows, at)
SELECT i.id, hot.author_id, TRUE, i.created_at FROM idea i, hot WHERE i.created_at <= :n
ON CONFLICT DO NOTHING;

INSERT INTO official_reply (id, department_id, outcome, raw, published_at, by_id)
SELECT pg_temp.u(6, i.created_at), said.department_id, CASE WHEN i.created_at <= 50 THEN 'NO' ELSE said.outcome END,
    said.raw, i.created_at, said.by_id FROM idea i, said WHERE i.status = 'done' AND i.created_at <= :n;
INSERT INTO reply_idea (idea_id, reply_id, place, published_at)
SELECT id, pg_temp.u(6, created_at), 1, created_at FROM idea WHERE status = 'done' AND created_at <= :n;
INSERT INTO happening (idea_id, what, at, department_id, words, by_id)
SELECT i.id, 'REPLIED', i.created_at, said.department_id, said.outcome, said.by_id
FROM idea i, said WHERE i.status = 'done' AND i.created_at <= :n;
INSERT INTO promise (idea_id, kind, supporters, working_days, reached_at, due_at, kept_at, told_at)
SELECT id, 'REPLY', 1, 10, created_at, created_at, created_at, created_at
FROM idea WHERE status = 'done' AND created_at <= :n;
INSERT INTO assignment (idea_id, department_id, lead, since)
SELECT i.id, said.department_id, TRUE, i.created_at FROM idea i, said WHERE i.status = 'done' AND i.created_at <= :n;

-- All of them lately.
INSERT INTO decision (id, subject_kind, subject_id, idea_id, author_id, act, role, at, before, after)
SELECT pg_temp.u(7, created_at), 'idea', id, id, author_id, 'KEEP', 'moderator',
    (extract(epoch FROM now()) * 1000000)::bigint - created_at, '{}', '{}' FROM idea WHERE created_at <= :n;

SET session_replication_role = DEFAULT;
ANALYZE;
