// Every admin method of the official Node client, with what it changes read back.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';

import OpenAI from 'openai';

import { NOW, start } from './sandbox.mjs';

const CERTIFICATE = readFileSync(new URL('../certificate.pem', import.meta.url), 'utf8');
const DAY = 24 * 60 * 60;

let sandbox;
let organization;
let project;
let other;

before(async () => {
  sandbox = await start();
  organization = sandbox.admin.organization;
  const projects = await everything(organization.projects.list({ limit: 2 }));
  project = projects.find(({ name }) => name === 'Search Relevance').id;
  other = projects.find(({ name }) => name === 'Support Assistant').id;
});

after(() => sandbox?.stop());

/** All items of a list, page after page. */
async function everything(list) {
  const items = [];
  for await (const item of list) items.push(item);
  return items;
}

async function refused(status, promise) {
  await assert.rejects(promise, (error) => {
    assert.ok(error instanceof OpenAI.APIError, String(error));
    assert.equal(error.status, status, String(error));
    return true;
  });
}

function holds(list, id) {
  return list.some((item) => item.id === id);
}

async function member(email) {
  const [user] = await everything(organization.users.list({ emails: [email] }));
  return user;
}

/** What a thing with an id goes through: it is read, listed, perhaps changed, and deleted. */
async function life(thing, { retrieve, list, update, remove }) {
  assert.deepEqual(await retrieve(thing.id), thing);
  assert.ok(holds(await everything(list()), thing.id), 'it is in the list');
  if (update) {
    const changed = await update(thing.id);
    assert.deepEqual(await retrieve(thing.id), changed);
    assert.notDeepEqual(changed, thing);
  }
  const gone = await remove(thing.id);
  // Two confirmations do not say it: of a certificate, and of an external key, which comes back as it was.
  assert.ok(gone.deleted ?? gone.id === thing.id);
  await refused(404, retrieve(thing.id));
  assert.ok(!holds(await everything(list()), thing.id), 'it is not in the list any more');
}

test('members', async () => {
  const sofia = await member('sofia.rossi@acme.example');
  assert.equal((await everything(organization.users.list({ limit: 5 }))).length, 12);
  await life(sofia, {
    retrieve: (id) => organization.users.retrieve(id),
    list: () => organization.users.list(),
    update: (id) => organization.users.update(id, { role: 'owner', technical_level: 'expert', developer_persona: 'builder' }),
    remove: (id) => organization.users.delete(id),
  });
});

test('invitations', async () => {
  const invite = await organization.invites.create({
    email: 'ada@example.com',
    role: 'reader',
    projects: [{ id: project, role: 'member' }],
  });
  assert.deepEqual([invite.email, invite.role, invite.status], ['ada@example.com', 'reader', 'pending']);
  assert.deepEqual(invite.projects, [{ id: project, role: 'member' }]);
  await life(invite, {
    retrieve: (id) => organization.invites.retrieve(id),
    list: () => organization.invites.list({ limit: 2 }),
    remove: (id) => organization.invites.delete(id),
  });
});

test('projects', async () => {
  const made = await organization.projects.create({ name: 'Telescope', residency: 'EU_STORAGE_PROCESSING' });
  assert.equal(made.name, 'Telescope');
  assert.deepEqual(await organization.projects.retrieve(made.id), made);
  const renamed = await organization.projects.update(made.id, { name: 'Observatory' });
  assert.equal(renamed.name, 'Observatory');
  const archived = await organization.projects.archive(made.id);
  assert.equal(archived.status, 'archived');
  assert.ok(!holds(await everything(organization.projects.list()), made.id));
  assert.ok(holds(await everything(organization.projects.list({ include_archived: true })), made.id));
});

test('members of a project', async () => {
  const { id: user } = await member('hannah.cohen@acme.example');
  const { users } = organization.projects;
  const added = await users.create(project, { user_id: user, role: 'member' });
  await refused(409, users.create(project, { user_id: user, role: 'member' }));
  await life(added, {
    retrieve: (id) => users.retrieve(id, { project_id: project }),
    list: () => users.list(project, { limit: 1 }),
    update: (id) => users.update(id, { project_id: project, role: 'owner' }),
    remove: (id) => users.delete(id, { project_id: project }),
  });
});

test('groups, their members and their roles', async () => {
  const { groups } = organization;
  const group = await groups.create({ name: 'Auditors' });
  await refused(422, groups.create({ name: 'Auditors' }));
  assert.equal((await groups.update(group.id, { name: 'Reviewers' })).name, 'Reviewers');
  const { id: user } = await member('chen.wei@acme.example');
  const added = await groups.users.create(group.id, { user_id: user });
  assert.deepEqual([added.user_id, added.group_id], [user, group.id]);
  await refused(409, groups.users.create(group.id, { user_id: user }));
  assert.equal((await groups.users.retrieve(user, { group_id: group.id })).id, user);
  assert.deepEqual((await everything(groups.users.list(group.id))).map(({ id }) => id), [user]);

  const role = await organization.roles.create({ role_name: 'Reads members', permissions: ['api.management.read'] });
  await assigned(role, groups.roles, group.id, { group_id: group.id });
  await organization.roles.delete(role.id);
  assert.equal((await groups.users.delete(user, { group_id: group.id })).deleted, true);
  assert.equal((await everything(groups.users.list(group.id))).length, 0);
  await life(await groups.retrieve(group.id), {
    retrieve: (id) => groups.retrieve(id),
    list: () => groups.list({ limit: 1 }),
    remove: (id) => groups.delete(id),
  });
});

/** A role that is given, found and taken away. The three shapes of parameters differ, so they are handed in. */
async function assigned(role, roles, principal, path) {
  const given = await roles.create(principal, { ...(path.project_id && { project_id: path.project_id }), role_id: role.id });
  assert.equal(given.role.id, role.id);
  const found = await roles.retrieve(role.id, path);
  assert.deepEqual([found.id, found.name, found.permissions], [role.id, role.name, role.permissions]);
  const list = () => roles.list(principal, path.project_id ? { project_id: path.project_id } : {});
  assert.ok(holds(await everything(list()), role.id));
  assert.equal((await roles.delete(role.id, path)).deleted, true);
  assert.ok(!holds(await everything(list()), role.id));
  await refused(404, roles.retrieve(role.id, path));
}

test('roles of the organization and who has them', async () => {
  const { roles } = organization;
  const role = await roles.create({ role_name: 'Sees costs', permissions: ['api.usage.read'], description: 'finance' });
  assert.deepEqual([role.name, role.permissions, role.predefined_role], ['Sees costs', ['api.usage.read'], false]);
  const { id: user } = await member('tom.becker@acme.example');
  await assigned(role, organization.users.roles, user, { user_id: user });
  await life(role, {
    retrieve: (id) => roles.retrieve(id),
    list: () => roles.list({ limit: 1 }),
    update: (id) => roles.update(id, { role_name: 'Sees all costs', permissions: ['api.usage.read', 'api.groups.read'] }),
    remove: (id) => roles.delete(id),
  });
});

test('roles of a project, its groups, and who has which', async () => {
  const { roles, users, groups } = organization.projects;
  const role = await roles.create(project, { role_name: 'Runs models', permissions: ['api.model.request'] });
  const { id: user } = await member('chen.wei@acme.example');
  await assigned(role, users.roles, user, { project_id: project, user_id: user });

  const group = await organization.groups.create({ name: 'Searchers' });
  const attached = await groups.create(project, { group_id: group.id, role: 'role-api-project-member' });
  assert.deepEqual([attached.group_id, attached.group_name], [group.id, 'Searchers']);
  assert.equal((await groups.retrieve(group.id, { project_id: project })).group_id, group.id);
  assert.ok((await everything(groups.list(project))).some(({ group_id }) => group_id === group.id));
  await assigned(role, groups.roles, group.id, { project_id: project, group_id: group.id });
  assert.equal((await groups.delete(group.id, { project_id: project })).deleted, true);
  await refused(404, groups.retrieve(group.id, { project_id: project }));

  await life(role, {
    retrieve: (id) => roles.retrieve(id, { project_id: project }),
    list: () => roles.list(project, { limit: 2 }),
    update: (id) => roles.update(id, { project_id: project, role_name: 'Runs all models' }),
    remove: (id) => roles.delete(id, { project_id: project }),
  });
});

test('service accounts and their keys', async () => {
  const { serviceAccounts, apiKeys } = organization.projects;
  const { api_key: first, ...account } = await serviceAccounts.create(project, { name: 'robot' });
  assert.match(first.value, /^sk-svcacct-/);
  const second = await serviceAccounts.apiKeys.create(account.id, { project_id: project, name: 'deploy' });
  assert.notEqual(second.value, first.value);
  assert.ok(holds(await everything(apiKeys.list(project, { limit: 1, owner_project_access: 'any' })), second.id));
  await refused(400, apiKeys.delete(second.id, { project_id: project }));
  await life(account, {
    retrieve: (id) => serviceAccounts.retrieve(id, { project_id: project }),
    list: () => serviceAccounts.list(project),
    update: (id) => serviceAccounts.update(id, { project_id: project, name: 'android', role: 'owner' }),
    remove: (id) => serviceAccounts.delete(id, { project_id: project }),
  });
  await refused(404, apiKeys.retrieve(second.id, { project_id: project }));
});

test('keys of a project', async () => {
  const { apiKeys } = organization.projects;
  const issued = await sandbox.control('keys', { owner: 'priya.natarajan@acme.example', project: other, name: 'hers' });
  await life(await apiKeys.retrieve(issued.id, { project_id: other }), {
    retrieve: (id) => apiKeys.retrieve(id, { project_id: other }),
    list: () => apiKeys.list(other, { owner_project_access: 'any' }),
    update: (id) => apiKeys.update(id, { project_id: other, expires_in_seconds: 3600, scopes: ['api.all.read'] }),
    remove: (id) => apiKeys.delete(id, { project_id: other }),
  });
});

test('admin keys', async () => {
  const { adminAPIKeys } = organization;
  const { value, ...key } = await adminAPIKeys.create({ name: 'nightly', expires_in_seconds: 3600 });
  assert.match(value, /^sk-admin-/);
  await life(key, {
    retrieve: (id) => adminAPIKeys.retrieve(id),
    list: () => adminAPIKeys.list({ limit: 1, order: 'desc' }),
    remove: (id) => adminAPIKeys.delete(id),
  });
});

test('settings', async () => {
  const { rateLimits, modelPermissions, hostedToolPermissions, serviceTierSettings, dataRetention } = organization.projects;
  const [limit] = await everything(rateLimits.listRateLimits(project, { limit: 3 }));
  const lower = await rateLimits.updateRateLimit(limit.id, { project_id: project, max_requests_per_1_minute: 1 });
  assert.deepEqual([lower.id, lower.model, lower.max_requests_per_1_minute], [limit.id, limit.model, 1]);
  assert.ok((await everything(rateLimits.listRateLimits(project))).some((found) => found.id === limit.id && found.max_requests_per_1_minute === 1));

  await modelPermissions.update(project, { mode: 'allow_list', model_ids: [limit.model] });
  const permissions = await modelPermissions.retrieve(project);
  assert.deepEqual([permissions.mode, permissions.model_ids], ['allow_list', [limit.model]]);
  assert.equal((await modelPermissions.delete(project)).deleted, true);

  await hostedToolPermissions.update(project, { mcp: { enabled: false } });
  assert.equal((await hostedToolPermissions.retrieve(project)).mcp.enabled, false);
  await serviceTierSettings.update(project, { default: 'fast', enabled_tiers: ['flex', 'fast'] });
  const tiers = await serviceTierSettings.retrieve(project);
  assert.deepEqual([tiers.default, tiers.enabled_tiers], ['fast', ['flex', 'fast']]);

  await dataRetention.update(project, { retention_type: 'zero_data_retention' });
  assert.equal((await dataRetention.retrieve(project)).type, 'zero_data_retention');
  await organization.dataRetention.update({ retention_type: 'modified_abuse_monitoring' });
  assert.equal((await organization.dataRetention.retrieve()).type, 'modified_abuse_monitoring');
});

test('certificates', async () => {
  const { certificates } = organization;
  const uploaded = await certificates.create({ certificate: CERTIFICATE, name: 'gate' });
  const content = (await certificates.retrieve(uploaded.id, { include: ['content'] })).certificate_details.content;
  assert.equal(content.trim(), CERTIFICATE.trim());
  for (const [level, place] of [[certificates, []], [organization.projects.certificates, [project]]]) {
    const isActive = async () => (await everything(level.list(...place))).find(({ id }) => id === uploaded.id).active;
    assert.equal(await isActive(), false);
    assert.ok(holds((await level.activate(...place, { certificate_ids: [uploaded.id] })).data, uploaded.id));
    assert.equal(await isActive(), true);
    await refused(400, certificates.delete(uploaded.id));
    assert.ok(holds((await level.deactivate(...place, { certificate_ids: [uploaded.id] })).data, uploaded.id));
    assert.equal(await isActive(), false);
  }
  await life(uploaded, {
    retrieve: (id) => certificates.retrieve(id),
    list: () => certificates.list(),
    update: (id) => certificates.update(id, { name: 'door' }),
    remove: (id) => certificates.delete(id),
  });
});

test('external keys and storage', async () => {
  const { externalKeys, externalStorage } = organization;
  const key = await externalKeys.create({
    type: 'aws',
    name: 'ours',
    external_id: 'tenant-1',
    kms_arn: 'arn:aws:kms:eu-central-1:123456789012:key/1',
    role_arn: 'arn:aws:iam::123456789012:role/keys',
  });
  assert.ok((await externalKeys.validate(key.id)).status);
  const storage = await externalStorage.create({
    project_id: project,
    provider: { type: 'aws', bucket: 'exports', role_arn: 'arn:aws:iam::123456789012:role/exports' },
  });
  assert.deepEqual([storage.project_id, storage.provider.bucket], [project, 'exports']);
  assert.ok((await externalStorage.validate(storage.id)).status);
  for (const [thing, resource] of [[key, externalKeys], [storage, externalStorage]]) {
    await life(await resource.retrieve(thing.id), {
      retrieve: (id) => resource.retrieve(id),
      list: () => resource.list({ limit: 1 }),
      remove: (id) => resource.delete(id),
    });
  }
});

test('workload identity', async () => {
  const providers = organization.workloadIdentityProviders;
  const rules = providers.federationRules;
  const provider = await providers.create({
    type: 'oidc',
    name: 'builds',
    issuer: 'https://issuer.acme.example',
    audience: 'orgwarden',
  });
  const account = await organization.projects.serviceAccounts.create(project, { name: 'builder' });
  const rule = await rules.create(provider.id, {
    project_id: project,
    service_account_id: account.id,
    attribute_matchers: { repository: 'acme/site' },
  });
  const path = { workload_identity_provider_id: provider.id };
  assert.deepEqual([rule.project_id, rule.service_account_id], [project, account.id]);
  await life(rule, {
    retrieve: (id) => rules.retrieve(id, path),
    list: () => rules.list(provider.id, { limit: 1 }),
    update: (id) => rules.update(id, { ...path, name: 'site', enabled: false }),
    remove: (id) => rules.delete(id, path),
  });
  await life(provider, {
    retrieve: (id) => providers.retrieve(id),
    list: () => providers.list({ limit: 1 }),
    update: (id) => providers.update(id, { description: 'the build machines' }),
    remove: (id) => providers.delete(id),
  });
});

test('spend limits and alerts', async () => {
  const amount = { currency: 'USD', interval: 'month' };
  const notification_channel = { type: 'email', recipients: ['finance@acme.example'], subject_prefix: 'Acme' };
  const { projects } = organization;
  await refused(404, organization.spendLimit.retrieve());
  await organization.spendLimit.update({ ...amount, threshold_amount: 500_000 });
  assert.equal((await organization.spendLimit.retrieve()).threshold_amount, 500_000);
  assert.equal((await organization.spendLimit.delete()).deleted, true);
  await refused(404, organization.spendLimit.delete());
  await projects.spendLimit.update(project, { ...amount, threshold_amount: 1 });
  assert.equal((await projects.spendLimit.retrieve(project)).enforcement.status, 'enforcing');
  assert.equal((await projects.spendLimit.delete(project)).deleted, true);

  const alert = { ...amount, threshold_amount: 12_345, notification_channel };
  const { spendAlerts } = organization;
  await life(await spendAlerts.create(alert), {
    retrieve: (id) => spendAlerts.retrieve(id),
    list: () => spendAlerts.list({ limit: 1 }),
    update: (id) => spendAlerts.update(id, { ...alert, threshold_amount: 54_321 }),
    remove: (id) => spendAlerts.delete(id),
  });
  const path = { project_id: project };
  await life(await projects.spendAlerts.create(project, alert), {
    retrieve: (id) => projects.spendAlerts.retrieve(id, path),
    list: () => projects.spendAlerts.list(project, { limit: 1 }),
    update: (id) => projects.spendAlerts.update(id, { ...path, ...alert, threshold_amount: 54_321 }),
    remove: (id) => projects.spendAlerts.delete(id, path),
  });
});

test('usage and costs', async () => {
  const end_time = Math.floor(NOW / DAY) * DAY;
  const window = { start_time: end_time - 14 * DAY, end_time, bucket_width: '1d', limit: 14 };
  const results = (page) => page.data.flatMap((bucket) => bucket.results);
  // What the sandbox counts is whole; what it charges is compared in millionths of a dollar.
  const sum = (page, of) => results(page).reduce((total, result) => total + of(result), 0);
  const dollars = ({ amount }) => Number(amount.value);
  const costs = await organization.usage.costs(window);
  assert.ok(sum(costs, dollars) > 0);
  for (const group of ['project_id', 'line_item', 'api_key_id']) {
    const grouped = await organization.usage.costs({ ...window, group_by: [group] });
    assert.ok(results(grouped).length > results(costs).length, group);
    assert.ok(Math.abs(sum(grouped, dollars) - sum(costs, dollars)) < 1e-6, group);
  }
  const measures = {
    audioSpeeches: 'characters',
    audioTranscriptions: 'seconds',
    codeInterpreterSessions: 'num_sessions',
    completions: 'input_tokens',
    decisions: 'input_tokens',
    embeddings: 'input_tokens',
    fileSearchCalls: 'num_requests',
    images: 'images',
    moderations: 'input_tokens',
    vectorStores: 'usage_bytes',
    webSearchCalls: 'num_requests',
  };
  for (const [kind, measure] of Object.entries(measures)) {
    const total = sum(await organization.usage[kind](window), (result) => result[measure]);
    const grouped = await organization.usage[kind]({ ...window, group_by: ['project_id'] });
    assert.equal(sum(grouped, (result) => result[measure]), total, kind);
    assert.ok(results(grouped).every(({ project_id }) => project_id), kind);
  }
});

test('the audit log', async () => {
  const events = await everything(organization.auditLogs.list({ event_types: ['project.created'], limit: 1 }));
  assert.ok(events.length > 0);
  assert.ok(events.every((event) => event.type === 'project.created' && event['project.created'].id));
});

test('every method was answered with a success', async () => {
  const missing = sandbox.methods.filter((method) => !sandbox.called.has(method));
  const routes = (await sandbox.routes()).filter((route) => !route.endsWith(' /models'));
  console.log(`official Node client: ${sandbox.called.size} of ${sandbox.methods.length} methods, ${routes.length} operations`);
  for (const route of routes) console.log(`  ${route}`);
  assert.deepEqual(missing, []);
  assert.equal(routes.length, sandbox.methods.length, 'each method has its operation');
});
