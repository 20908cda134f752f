-- The organization. Times are seconds since 1970; `email_key` is the address in lower case.
-- A change of this file needs another number in store/mod.rs.

CREATE TABLE meta (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE users (
    id                TEXT NOT NULL PRIMARY KEY,
    email             TEXT NOT NULL,
    email_key         TEXT NOT NULL UNIQUE,
    name              TEXT,
    role              TEXT NOT NULL,
    added_at          INTEGER NOT NULL,
    is_scim_managed   INTEGER NOT NULL DEFAULT 0,
    -- When a key of theirs was last used; known even when that key is gone. Triggers on `keys` see to it.
    key_used_at       INTEGER,
    technical_level   TEXT,
    developer_persona TEXT,
    -- The projects to which they were added, as the JSON of the answer. Triggers on `memberships` see to it.
    projects          TEXT NOT NULL DEFAULT '[]'
);
CREATE INDEX users_by_age ON users (added_at, id);
CREATE INDEX owners ON users (added_at, id) WHERE role = 'owner';

CREATE TABLE projects (
    id              TEXT NOT NULL PRIMARY KEY,
    name            TEXT NOT NULL,
    created_at      INTEGER NOT NULL,
    archived_at     INTEGER,
    residency       TEXT,
    external_key_id TEXT
) WITHOUT ROWID;
CREATE INDEX projects_by_age ON projects (created_at, id);

-- Who was added to a project. Owners of the organization own every project without a row here.
CREATE TABLE memberships (
    project_id TEXT NOT NULL,
    user_id    TEXT NOT NULL,
    role       TEXT NOT NULL,
    added_at   INTEGER NOT NULL,
    PRIMARY KEY (project_id, user_id)
) WITHOUT ROWID;
CREATE INDEX memberships_by_age ON memberships (project_id, added_at, user_id);
CREATE INDEX memberships_by_user ON memberships (user_id, project_id, role);

-- Whatever changes the projects of somebody empties the text, and that writes it anew.
CREATE TRIGGER memberships_begin AFTER INSERT ON memberships BEGIN
    UPDATE users SET projects = '' WHERE id = NEW.user_id;
END;
CREATE TRIGGER memberships_change AFTER UPDATE ON memberships BEGIN
    UPDATE users SET projects = '' WHERE id = NEW.user_id;
END;
CREATE TRIGGER memberships_end AFTER DELETE ON memberships BEGIN
    UPDATE users SET projects = '' WHERE id = OLD.user_id;
END;
CREATE TRIGGER projects_rename AFTER UPDATE OF name ON projects BEGIN
    UPDATE users SET projects = '' WHERE id IN (SELECT user_id FROM memberships WHERE project_id = NEW.id);
END;
CREATE TRIGGER users_write_projects AFTER UPDATE OF projects ON users WHEN NEW.projects = '' BEGIN
    UPDATE users SET projects = (
        SELECT json_group_array(json_object('id', p.id, 'name', p.name, 'role', m.role))
        FROM memberships m JOIN projects p ON p.id = m.project_id WHERE m.user_id = NEW.id
    ) WHERE id = NEW.id;
END;

-- The status follows from the times. `projects` is the JSON of the answer.
CREATE TABLE invites (
    id          TEXT NOT NULL PRIMARY KEY,
    email       TEXT NOT NULL,
    email_key   TEXT NOT NULL,
    role        TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    expires_at  INTEGER NOT NULL,
    accepted_at INTEGER,
    projects    TEXT NOT NULL
);
CREATE INDEX invites_by_age ON invites (created_at, id);
CREATE INDEX invites_by_email ON invites (email_key);

-- What was sent to people. A mail stays when its invite is deleted; one about spend has none.
CREATE TABLE mails (
    token     TEXT NOT NULL PRIMARY KEY,
    recipient TEXT NOT NULL,
    subject   TEXT NOT NULL,
    text      TEXT NOT NULL,
    sent_at   INTEGER NOT NULL,
    invite_id TEXT
);
CREATE INDEX mails_by_age ON mails (sent_at);

CREATE TABLE service_accounts (
    id         TEXT NOT NULL PRIMARY KEY,
    project_id TEXT NOT NULL,
    name       TEXT NOT NULL,
    role       TEXT NOT NULL,
    created_at INTEGER NOT NULL
);
CREATE INDEX service_accounts_by_age ON service_accounts (project_id, created_at, id);

-- Admin keys have no project. `scopes` is a JSON list; null is everything the owner may do.
-- The number picks the habits of a key: what it is used for, and how much.
CREATE TABLE keys (
    number       INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    secret_hash  BLOB NOT NULL UNIQUE,
    redacted     TEXT NOT NULL,
    project_id   TEXT,
    owner_kind   TEXT NOT NULL,
    owner_id     TEXT NOT NULL,
    name         TEXT NOT NULL,
    scopes       TEXT,
    created_at   INTEGER NOT NULL,
    last_used_at INTEGER,
    expires_at   INTEGER
);
CREATE INDEX keys_by_age ON keys (project_id, created_at, id);
CREATE INDEX keys_by_owner ON keys (owner_id);

CREATE TRIGGER keys_begin AFTER INSERT ON keys WHEN NEW.last_used_at IS NOT NULL BEGIN
    UPDATE users SET key_used_at = max(coalesce(key_used_at, 0), NEW.last_used_at) WHERE id = NEW.owner_id;
END;
CREATE TRIGGER keys_use AFTER UPDATE OF last_used_at ON keys WHEN NEW.last_used_at IS NOT NULL BEGIN
    UPDATE users SET key_used_at = max(coalesce(key_used_at, 0), NEW.last_used_at) WHERE id = NEW.owner_id;
END;

-- Keys of projects that are gone, whatever deleted them: what they have cost stays billed.
CREATE TABLE retired_keys (
    number     INTEGER NOT NULL,
    id         TEXT NOT NULL,
    project_id TEXT NOT NULL,
    owner_kind TEXT NOT NULL,
    owner_id   TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    retired_at INTEGER NOT NULL
);
CREATE TRIGGER keys_retire AFTER DELETE ON keys WHEN OLD.project_id IS NOT NULL BEGIN
    INSERT INTO retired_keys
    SELECT OLD.number, OLD.id, OLD.project_id, OLD.owner_kind, OLD.owner_id, OLD.created_at, OLD.expires_at,
           CAST(value AS INTEGER)
    FROM meta WHERE name = 'moment';
END;

-- Times in which a key is not used although it exists. No end: not any more. `why` is `access` where its owner has no
-- access to the project, and `idle` where nobody cares to use it.
CREATE TABLE pauses (
    key_id TEXT NOT NULL,
    since  INTEGER NOT NULL,
    until  INTEGER,
    why    TEXT NOT NULL
);
CREATE INDEX pauses_by_key ON pauses (key_id);

CREATE TABLE groups (
    id              TEXT NOT NULL PRIMARY KEY,
    name            TEXT NOT NULL,
    created_at      INTEGER NOT NULL,
    is_scim_managed INTEGER NOT NULL
);
CREATE INDEX groups_by_age ON groups (created_at, id);
CREATE INDEX groups_by_name ON groups (name);

CREATE TABLE group_users (
    group_id TEXT NOT NULL,
    user_id  TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    PRIMARY KEY (group_id, user_id)
) WITHOUT ROWID;
CREATE INDEX group_users_by_age ON group_users (group_id, added_at, user_id);
CREATE INDEX group_users_by_user ON group_users (user_id);

CREATE TABLE project_groups (
    project_id TEXT NOT NULL,
    group_id   TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (project_id, group_id)
) WITHOUT ROWID;
CREATE INDEX project_groups_by_age ON project_groups (project_id, created_at, group_id);
CREATE INDEX project_groups_by_group ON project_groups (group_id);

-- Roles that people made; the built-in ones are in the program. `resource_id` is the organization or a project,
-- `permissions` a JSON list.
CREATE TABLE roles (
    id          TEXT NOT NULL PRIMARY KEY,
    resource_id TEXT NOT NULL,
    name        TEXT NOT NULL,
    description TEXT,
    permissions TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL,
    created_by  TEXT
);
CREATE INDEX roles_by_name ON roles (resource_id, name);

-- Who has which role where, beyond the built-in role in `users` and the one in `memberships`. `holder_id` is a user or a
-- group. Built-in roles stand here with their long id.
CREATE TABLE role_assignments (
    resource_id TEXT NOT NULL,
    holder_id   TEXT NOT NULL,
    role_id     TEXT NOT NULL,
    PRIMARY KEY (resource_id, holder_id, role_id)
) WITHOUT ROWID;
CREATE INDEX role_assignments_by_holder ON role_assignments (holder_id);
CREATE INDEX role_assignments_by_role ON role_assignments (role_id);

-- `body` is the JSON of the answer; the rest is there to filter by.
CREATE TABLE audit_logs (
    id           TEXT NOT NULL PRIMARY KEY,
    type         TEXT NOT NULL,
    effective_at INTEGER NOT NULL,
    project_id   TEXT,
    actor_id     TEXT,
    actor_key    TEXT,
    actor_email  TEXT,
    subject_id   TEXT,
    principal_id TEXT,
    resource_id  TEXT,
    body         TEXT NOT NULL
);
CREATE INDEX audit_logs_by_age ON audit_logs (effective_at, id);

-- Settings, certificates, alerts and the like, as the JSON of their answer. `parent` is a project, or empty.
CREATE TABLE documents (
    kind       TEXT NOT NULL,
    parent     TEXT NOT NULL,
    id         TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    body       TEXT NOT NULL,
    PRIMARY KEY (kind, parent, id)
) WITHOUT ROWID;
CREATE INDEX documents_by_age ON documents (kind, parent, created_at, id);

-- The keys of projects whose owner has access: an owner of the organization, somebody who was added, somebody in a group
-- that is in the project or owns the organization, or a service account with a role.
CREATE VIEW working_keys AS
SELECT k.id, k.owner_id FROM keys k
WHERE k.project_id IS NOT NULL AND CASE k.owner_kind
    WHEN 'service_account' THEN EXISTS (SELECT 1 FROM service_accounts s WHERE s.id = k.owner_id AND s.role <> 'none')
    ELSE EXISTS (SELECT 1 FROM users u WHERE u.id = k.owner_id AND u.role = 'owner')
        OR EXISTS (SELECT 1 FROM memberships m WHERE m.project_id = k.project_id AND m.user_id = k.owner_id)
        OR EXISTS (
            SELECT 1 FROM group_users g WHERE g.user_id = k.owner_id AND (
                EXISTS (SELECT 1 FROM project_groups p WHERE p.project_id = k.project_id AND p.group_id = g.group_id)
                OR EXISTS (SELECT 1 FROM role_assignments a
                           WHERE a.holder_id = g.group_id AND a.role_id GLOB 'role-api-organization-owner__*')))
END;

-- Whatever may change who has access names the owner of keys here, and the pauses of these keys follow.
CREATE VIEW access_changes AS SELECT '' AS owner_id;
CREATE TRIGGER access_changes_follow INSTEAD OF INSERT ON access_changes BEGIN
    INSERT INTO pauses (key_id, since, why)
    SELECT k.id, CAST(m.value AS INTEGER), 'access' FROM keys k JOIN meta m ON m.name = 'moment'
    WHERE k.owner_id = NEW.owner_id AND k.project_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM working_keys w WHERE w.id = k.id)
        AND NOT EXISTS (SELECT 1 FROM pauses p WHERE p.key_id = k.id AND p.why = 'access' AND p.until IS NULL);
    -- The clock may have been set back.
    UPDATE pauses SET until = max(since, (SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'moment'))
    WHERE key_id IN (SELECT w.id FROM working_keys w WHERE w.owner_id = NEW.owner_id) AND why = 'access' AND until IS NULL;
END;

CREATE TRIGGER keys_access AFTER INSERT ON keys WHEN NEW.project_id IS NOT NULL BEGIN
    INSERT INTO access_changes VALUES (NEW.owner_id);
END;
CREATE TRIGGER memberships_give AFTER INSERT ON memberships BEGIN
    INSERT INTO access_changes VALUES (NEW.user_id);
END;
CREATE TRIGGER memberships_take AFTER DELETE ON memberships BEGIN
    INSERT INTO access_changes VALUES (OLD.user_id);
END;
CREATE TRIGGER users_access AFTER UPDATE OF role ON users BEGIN
    INSERT INTO access_changes VALUES (NEW.id);
END;
CREATE TRIGGER service_accounts_access AFTER UPDATE OF role ON service_accounts BEGIN
    INSERT INTO access_changes VALUES (NEW.id);
END;
CREATE TRIGGER group_users_give AFTER INSERT ON group_users BEGIN
    INSERT INTO access_changes VALUES (NEW.user_id);
END;
CREATE TRIGGER group_users_take AFTER DELETE ON group_users BEGIN
    INSERT INTO access_changes VALUES (OLD.user_id);
END;
CREATE TRIGGER project_groups_give AFTER INSERT ON project_groups BEGIN
    INSERT INTO access_changes SELECT user_id FROM group_users WHERE group_id = NEW.group_id;
END;
CREATE TRIGGER project_groups_take AFTER DELETE ON project_groups BEGIN
    INSERT INTO access_changes SELECT user_id FROM group_users WHERE group_id = OLD.group_id;
END;
CREATE TRIGGER owning_groups_give AFTER INSERT ON role_assignments
WHEN NEW.role_id GLOB 'role-api-organization-owner__*' BEGIN
    INSERT INTO access_changes SELECT user_id FROM group_users WHERE group_id = NEW.holder_id;
END;
CREATE TRIGGER owning_groups_take AFTER DELETE ON role_assignments
WHEN OLD.role_id GLOB 'role-api-organization-owner__*' BEGIN
    INSERT INTO access_changes SELECT user_id FROM group_users WHERE group_id = OLD.holder_id;
END;
