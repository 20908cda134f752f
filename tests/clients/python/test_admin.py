"""Every admin method of the official Python client, strictly decoded, with what it changes read back."""

import asyncio
from decimal import Decimal
from pathlib import Path

import openai
import pytest

from conftest import NOW

CERTIFICATE = (Path(__file__).parent.parent / "certificate.pem").read_text()
DAY = 24 * 60 * 60


def refused(status, call, *parameters, **named):
    with pytest.raises(openai.APIStatusError) as refusal:
        call(*parameters, **named)
    assert refusal.value.status_code == status, refusal.value


def ids(items):
    return [item.id for item in items]


def member(organization, email):
    return next(iter(organization.users.list(emails=[email])))


def life(thing, retrieve, listed, update=None, delete=None):
    """What a thing with an id goes through: it is read, listed, perhaps changed, and deleted."""
    assert retrieve(thing.id) == thing
    assert thing.id in ids(listed())
    if update:
        changed = update(thing.id)
        assert changed != thing
        assert retrieve(thing.id) == changed
    gone = delete(thing.id)
    assert getattr(gone, "deleted", True) is True
    refused(404, retrieve, thing.id)
    assert thing.id not in ids(listed())


def test_members(organization):
    users = organization.users
    assert len(list(users.list(limit=5))) == 12
    life(
        member(organization, "sofia.rossi@acme.example"),
        users.retrieve,
        users.list,
        lambda user: users.update(user, role="owner", technical_level="expert", developer_persona="builder"),
        users.delete,
    )


def test_invitations(organization, project):
    invites = organization.invites
    invite = invites.create(email="ada@example.com", role="reader", projects=[{"id": project, "role": "member"}])
    assert (invite.email, invite.role, invite.status) == ("ada@example.com", "reader", "pending")
    assert [(grant.id, grant.role) for grant in invite.projects] == [(project, "member")]
    life(invite, invites.retrieve, lambda: invites.list(limit=2), delete=invites.delete)


def test_projects(organization):
    projects = organization.projects
    made = projects.create(name="Telescope", residency="EU_STORAGE_PROCESSING")
    assert made.name == "Telescope"
    assert projects.retrieve(made.id) == made
    assert projects.update(made.id, name="Observatory").name == "Observatory"
    assert projects.archive(made.id).status == "archived"
    assert made.id not in ids(projects.list(limit=1))
    assert made.id in ids(projects.list(limit=1, include_archived=True))


def test_members_of_a_project(organization, project):
    users = organization.projects.users
    user = member(organization, "hannah.cohen@acme.example").id
    added = users.create(project, user_id=user, role="member")
    refused(409, users.create, project, user_id=user, role="member")
    life(
        added,
        lambda user: users.retrieve(user, project_id=project),
        lambda: users.list(project, limit=1),
        lambda user: users.update(user, project_id=project, role="owner"),
        lambda user: users.delete(user, project_id=project),
    )


def assigned(role, roles, principal, **path):
    """A role that is given, found and taken away."""
    project = {"project_id": path["project_id"]} if "project_id" in path else {}
    assert roles.create(principal, role_id=role.id, **project).role.id == role.id
    found = roles.retrieve(role.id, **path)
    assert (found.id, found.name, found.permissions) == (role.id, role.name, role.permissions)
    assert role.id in ids(roles.list(principal, limit=1, **project))
    assert roles.delete(role.id, **path).deleted is True
    assert role.id not in ids(roles.list(principal, **project))
    refused(404, roles.retrieve, role.id, **path)


def test_groups_their_members_and_their_roles(organization):
    groups = organization.groups
    group = groups.create(name="Auditors")
    refused(422, groups.create, name="Auditors")
    assert groups.update(group.id, name="Reviewers").name == "Reviewers"
    user = member(organization, "chen.wei@acme.example").id
    added = groups.users.create(group.id, user_id=user)
    assert (added.user_id, added.group_id) == (user, group.id)
    refused(409, groups.users.create, group.id, user_id=user)
    assert groups.users.retrieve(user, group_id=group.id).id == user
    assert ids(groups.users.list(group.id)) == [user]
    role = organization.roles.create(role_name="Reads members", permissions=["api.management.read"])
    assigned(role, groups.roles, group.id, group_id=group.id)
    assert groups.users.delete(user, group_id=group.id).deleted is True
    assert ids(groups.users.list(group.id)) == []
    life(groups.retrieve(group.id), groups.retrieve, lambda: groups.list(limit=1), delete=groups.delete)


def test_roles_of_the_organization(organization):
    roles = organization.roles
    role = roles.create(role_name="Sees costs", permissions=["api.usage.read"], description="finance")
    assert (role.name, role.permissions, role.predefined_role) == ("Sees costs", ["api.usage.read"], False)
    user = member(organization, "tom.becker@acme.example").id
    assigned(role, organization.users.roles, user, user_id=user)
    life(
        role,
        roles.retrieve,
        lambda: roles.list(limit=1),
        lambda role: roles.update(role, role_name="Sees all costs", permissions=["api.groups.read"]),
        roles.delete,
    )


def test_roles_and_groups_of_a_project(organization, project):
    projects = organization.projects
    roles, groups = projects.roles, projects.groups
    role = roles.create(project, role_name="Runs models", permissions=["api.model.request"])
    user = member(organization, "chen.wei@acme.example").id
    assigned(role, projects.users.roles, user, project_id=project, user_id=user)
    group = organization.groups.create(name="Searchers")
    attached = groups.create(project, group_id=group.id, role="role-api-project-member")
    assert (attached.group_id, attached.group_name) == (group.id, "Searchers")
    assert groups.retrieve(group.id, project_id=project) == attached
    assert group.id in [found.group_id for found in groups.list(project, limit=1)]
    assigned(role, groups.roles, group.id, project_id=project, group_id=group.id)
    assert groups.delete(group.id, project_id=project).deleted is True
    refused(404, groups.retrieve, group.id, project_id=project)
    life(
        role,
        lambda role: roles.retrieve(role, project_id=project),
        lambda: roles.list(project, limit=2),
        lambda role: roles.update(role, project_id=project, role_name="Runs all models"),
        lambda role: roles.delete(role, project_id=project),
    )


def test_service_accounts_and_their_keys(organization, project):
    accounts, keys = organization.projects.service_accounts, organization.projects.api_keys
    made = accounts.create(project, name="robot")
    assert made.api_key.value.startswith("sk-svcacct-")
    second = accounts.api_keys.create(made.id, project_id=project, name="deploy")
    assert second.value != made.api_key.value
    assert second.id in ids(keys.list(project, limit=1, owner_project_access="any"))
    refused(400, keys.delete, second.id, project_id=project)
    life(
        accounts.retrieve(made.id, project_id=project),
        lambda account: accounts.retrieve(account, project_id=project),
        lambda: accounts.list(project, limit=1),
        lambda account: accounts.update(account, project_id=project, name="android", role="owner"),
        lambda account: accounts.delete(account, project_id=project),
    )
    refused(404, keys.retrieve, second.id, project_id=project)


def test_keys_of_a_project(sandbox, organization, project):
    keys = organization.projects.api_keys
    owner = "jonas.lindqvist@acme.example"
    issued = sandbox.control("keys", {"owner": owner, "project": project, "name": "his"})["id"]
    life(
        keys.retrieve(issued, project_id=project),
        lambda key: keys.retrieve(key, project_id=project),
        lambda: keys.list(project, owner_project_access="any"),
        lambda key: keys.update(key, project_id=project, expires_in_seconds=3600, scopes=["api.all.read"]),
        lambda key: keys.delete(key, project_id=project),
    )


def test_admin_keys(organization):
    keys = organization.admin_api_keys
    made = keys.create(name="nightly", expires_in_seconds=3600)
    assert made.value.startswith("sk-admin-")
    life(keys.retrieve(made.id), keys.retrieve, lambda: keys.list(limit=1, order="desc"), delete=keys.delete)


def test_settings(organization, project):
    projects = organization.projects
    limit = next(iter(projects.rate_limits.list_rate_limits(project, limit=3)))
    lower = projects.rate_limits.update_rate_limit(limit.id, project_id=project, max_requests_per_1_minute=1)
    assert (lower.id, lower.model, lower.max_requests_per_1_minute) == (limit.id, limit.model, 1)
    assert lower in list(projects.rate_limits.list_rate_limits(project))

    projects.model_permissions.update(project, mode="allow_list", model_ids=[limit.model])
    permissions = projects.model_permissions.retrieve(project)
    assert (permissions.mode, permissions.api_model_ids) == ("allow_list", [limit.model])
    assert projects.model_permissions.delete(project).deleted is True

    projects.hosted_tool_permissions.update(project, mcp={"enabled": False})
    assert projects.hosted_tool_permissions.retrieve(project).mcp.enabled is False
    projects.service_tier_settings.update(project, default="fast", enabled_tiers=["flex", "fast"])
    tiers = projects.service_tier_settings.retrieve(project)
    assert (tiers.default, tiers.enabled_tiers) == ("fast", ["flex", "fast"])

    projects.data_retention.update(project, retention_type="zero_data_retention")
    assert projects.data_retention.retrieve(project).type == "zero_data_retention"
    organization.data_retention.update(retention_type="modified_abuse_monitoring")
    assert organization.data_retention.retrieve().type == "modified_abuse_monitoring"


def test_certificates(organization, project):
    certificates = organization.certificates
    uploaded = certificates.create(certificate=CERTIFICATE, name="gate")
    content = certificates.retrieve(uploaded.id, include=["content"]).certificate_details.content
    assert content.strip() == CERTIFICATE.strip()
    for level, place in ((certificates, ()), (organization.projects.certificates, (project,))):

        def is_active():
            return next(found.active for found in level.list(*place) if found.id == uploaded.id)

        assert is_active() is False
        assert uploaded.id in ids(level.activate(*place, certificate_ids=[uploaded.id]))
        assert is_active() is True
        refused(400, certificates.delete, uploaded.id)
        assert uploaded.id in ids(level.deactivate(*place, certificate_ids=[uploaded.id]))
        assert is_active() is False
    life(
        uploaded,
        certificates.retrieve,
        lambda: certificates.list(limit=1),
        lambda certificate: certificates.update(certificate, name="door"),
        certificates.delete,
    )


def test_external_keys_and_storage(organization, project):
    keys, storage = organization.external_keys, organization.external_storage
    role = "arn:aws:iam::123456789012:role/keys"
    kms = "arn:aws:kms:eu-central-1:123456789012:key/1"
    key = keys.create(type="aws", name="ours", external_id="tenant-1", kms_arn=kms, role_arn=role)
    place = storage.create(project_id=project, provider={"type": "aws", "bucket": "exports", "role_arn": role})
    assert (place.project_id, place.provider.bucket) == (project, "exports")
    for thing, resource in ((key, keys), (place, storage)):
        assert resource.validate(thing.id).status
        life(resource.retrieve(thing.id), resource.retrieve, lambda: resource.list(limit=1), delete=resource.delete)


def test_workload_identity(organization, project):
    providers = organization.workload_identity_providers
    rules = providers.federation_rules
    issuer = "https://issuer.acme.example"
    provider = providers.create(type="oidc", name="builds", issuer=issuer, audience="orgwarden")
    account = organization.projects.service_accounts.create(project, name="builder").id
    matchers = {"repository": "acme/site"}
    rule = rules.create(provider.id, project_id=project, service_account_id=account, attribute_matchers=matchers)
    assert (rule.project_id, rule.service_account_id, rule.attribute_matchers) == (project, account, matchers)
    life(
        rule,
        lambda rule: rules.retrieve(rule, workload_identity_provider_id=provider.id),
        lambda: rules.list(provider.id, limit=1),
        lambda rule: rules.update(rule, workload_identity_provider_id=provider.id, name="site", enabled=False),
        lambda rule: rules.delete(rule, workload_identity_provider_id=provider.id),
    )
    life(
        provider,
        providers.retrieve,
        lambda: providers.list(limit=1),
        lambda provider: providers.update(provider, description="the build machines"),
        providers.delete,
    )


def test_spend_limits_and_alerts(organization, project):
    amount = {"currency": "USD", "interval": "month"}
    limit, of_project = organization.spend_limit, organization.projects.spend_limit
    refused(404, limit.retrieve)
    limit.update(threshold_amount=500_000, **amount)
    assert limit.retrieve().threshold_amount == 500_000
    assert limit.delete().deleted is True
    refused(404, limit.delete)
    of_project.update(project, threshold_amount=1, **amount)
    assert of_project.retrieve(project).enforcement.status == "enforcing"
    assert of_project.delete(project).deleted is True

    channel = {"type": "email", "recipients": ["finance@acme.example"], "subject_prefix": "Acme"}
    alert = {**amount, "threshold_amount": 12_345, "notification_channel": channel}
    more = {**alert, "threshold_amount": 54_321}
    alerts, of_projects = organization.spend_alerts, organization.projects.spend_alerts
    made = alerts.create(**alert)
    assert (made.threshold_amount, made.notification_channel.recipients) == (12_345, ["finance@acme.example"])
    life(made, alerts.retrieve, lambda: alerts.list(limit=1), lambda alert: alerts.update(alert, **more), alerts.delete)
    life(
        of_projects.create(project, **alert),
        lambda alert: of_projects.retrieve(alert, project_id=project),
        lambda: of_projects.list(project, limit=1),
        lambda alert: of_projects.update(alert, project_id=project, **more),
        lambda alert: of_projects.delete(alert, project_id=project),
    )


def test_usage_and_costs(organization):
    usage = organization.usage
    end = NOW // DAY * DAY
    window = {"start_time": end - 31 * DAY, "end_time": end, "bucket_width": "1d", "limit": 31}

    def results(page):
        assert len(page.data) == 31
        return [result for bucket in page.data for result in bucket.results]

    def dollars(rows):
        # The shortest decimal of a float is what was on the wire.
        return sum(Decimal(repr(row.amount.value)) for row in rows)

    costs = results(usage.costs(**window))
    assert dollars(costs) > 0
    for group in ("project_id", "line_item", "api_key_id", "user_id"):
        grouped = results(usage.costs(**window, group_by=[group]))
        assert len(grouped) > len(costs), group
        assert dollars(grouped) == dollars(costs), group

    for kind, measure, groups in (
        ("audio_speeches", "characters", ("project_id", "user_id", "api_key_id", "model")),
        ("audio_transcriptions", "seconds", ("project_id", "user_id", "api_key_id", "model")),
        ("code_interpreter_sessions", "num_sessions", ("project_id",)),
        ("completions", "input_tokens", ("project_id", "user_id", "api_key_id", "model", "batch", "service_tier")),
        ("decisions", "input_tokens", ("project_id", "user_id", "api_key_id", "model", "batch", "service_tier")),
        ("embeddings", "input_tokens", ("project_id", "user_id", "api_key_id", "model")),
        ("file_search_calls", "num_requests", ("project_id", "user_id", "api_key_id", "vector_store_id")),
        ("images", "images", ("project_id", "user_id", "api_key_id", "model", "size", "source")),
        ("moderations", "input_tokens", ("project_id", "user_id", "api_key_id", "model")),
        ("vector_stores", "usage_bytes", ("project_id",)),
        ("web_search_calls", "num_requests", ("project_id", "user_id", "api_key_id", "model", "context_level")),
    ):
        ask = getattr(usage, kind)
        total = sum(getattr(row, measure) for row in results(ask(**window)))
        assert total > 0, kind
        for group in groups:
            rows = results(ask(**window, group_by=[group]))
            assert sum(getattr(row, measure) for row in rows) == total, (kind, group)
        rows = results(ask(**window, group_by=list(groups)))
        assert sum(getattr(row, measure) for row in rows) == total, kind


def test_the_audit_log(organization):
    events = list(organization.audit_logs.list(event_types=["project.created"], limit=1))
    assert events and all(event.type == "project.created" and event.project_created.id for event in events)


def test_the_asynchronous_client_reads_the_same_lists(sandbox):
    async def read():
        async with openai.AsyncOpenAI(**sandbox.options()) as client:
            users = [user.id async for user in client.admin.organization.users.list(limit=2)]
            groups = [group.id async for group in client.admin.organization.groups.list(limit=1)]
            return users, groups

    users, groups = asyncio.run(read())
    organization = sandbox.admin.organization
    assert (users, groups) == (ids(organization.users.list()), ids(organization.groups.list()))


def test_every_method_was_answered_with_a_success(sandbox, capsys):
    routes = sandbox.routes()
    with capsys.disabled():
        done = f"{len(sandbox.called)} of {len(sandbox.methods)} methods, {len(routes)} operations"
        print(f"\nofficial Python client, strict: {done}")
        print("".join(f"  {route}\n" for route in routes), end="")
    assert sorted(set(sandbox.methods) - sandbox.called) == []
    assert len(routes) == len(sandbox.methods)
