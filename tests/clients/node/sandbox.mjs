// A sandbox of its own process, and the official client that talks to it, watched.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import OpenAI from 'openai';

const BINARY = process.env.ORGWARDEN_BIN || fileURLToPath(new URL('../../../target/debug/orgwarden', import.meta.url));

/** Where the sandbox's clock starts: 20 November 2026, in seconds. The month has days with costs, whatever day it is here. */
export const NOW = 1_795_132_800;

/** Starts a sandbox with the demonstration's organization. */
export async function start() {
  const child = spawn(
    BINARY,
    ['sandbox', '--seed', 'demo', '--clock', `${NOW}`, '--listen', '127.0.0.1:0', '--format', 'json'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const lines = createInterface({ input: child.stdout });
  const [line] = await once(lines, 'line');
  const address = JSON.parse(line);
  const called = new Set();
  const client = new OpenAI({
    baseURL: address.base_url,
    adminAPIKey: address.admin_key,
    apiKey: 'sk-none',
    maxRetries: 0,
    // Requests for a list that should not be there must not be taken for an answer.
    timeout: 10_000,
  });
  const origin = address.base_url.replace(/\/v1$/, '');
  return {
    organization: address.organization,
    admin: watched(client.admin, 'admin', called),
    methods: methods(client.admin, 'admin'),
    called,
    /** Method and route template of everything that was asked. */
    async routes() {
      return Object.keys(await (await fetch(`${origin}/sandbox/counts`)).json());
    },
    async control(path, body) {
      const answer = await fetch(`${origin}/sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** The resources below a resource, by their names. */
function resources(resource) {
  return Object.entries(resource).filter(([name, value]) => !name.startsWith('_') && value && typeof value === 'object');
}

/** The name of every method of the client below a resource. */
function methods(resource, path) {
  const own = Object.getOwnPropertyNames(Object.getPrototypeOf(resource)).filter((name) => name !== 'constructor');
  return [
    ...own.map((name) => `${path}.${name}`),
    ...resources(resource).flatMap(([name, below]) => methods(below, `${path}.${name}`)),
  ];
}

/** The same resource, which notes the methods that were called and answered with a success. */
function watched(resource, path, called) {
  const below = new Map(resources(resource).map(([name, value]) => [name, watched(value, `${path}.${name}`, called)]));
  return new Proxy(resource, {
    get(target, name) {
      if (below.has(name)) return below.get(name);
      const value = target[name];
      if (typeof value !== 'function') return value;
      return (...parameters) => {
        const answer = value.apply(target, parameters);
        answer.then(() => called.add(`${path}.${name}`), () => {});
        return answer;
      };
    },
  });
}
