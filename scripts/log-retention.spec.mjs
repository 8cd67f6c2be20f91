import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readCompose } from './lib/containers.mjs';
import { composeProblems, logrotateProblems, rsyslogProblems } from './lib/log-retention.mjs';
import { inRoot } from './lib/root.mjs';

const ours = readFileSync(inRoot('deploy/logs/jinmen.logrotate'), 'utf8');
const rsyslog = readFileSync(inRoot('deploy/logs/jinmen.rsyslog'), 'utf8');
const services = Object.entries(readCompose().services);
const [[, { logging }]] = services;

describe('the log', () => {
  it('is kept for six months by what this repository gives to the host', () => {
    assert.deepEqual(logrotateProblems(ours), []);
  });

  it('is not cut by size where a container writes it', () => {
    const files = readdirSync(inRoot(), { recursive: false }).concat(
      readdirSync(inRoot('deploy'), { recursive: true }).map((file) => `deploy/${file}`),
    );
    const compose = files.filter((file) => /compose[^/]*\.ya?ml$/.test(file) && existsSync(inRoot(file)));
    assert.deepEqual(
      compose.flatMap((file) => composeProblems(readFileSync(inRoot(file), 'utf8'))),
      [],
    );
  });

  for (const [what, text, words] of [
    ['half as many days', ours.replace('rotate 200', 'rotate 100'), /keeps 100 days/],
    [
      'weeks instead of enough of them',
      ours.replace('daily', 'weekly').replace('rotate 200', 'rotate 26'),
      /keeps 182 days/,
    ],
    ['a size that pushes days out', ours.replace('daily', 'daily\n    maxsize 1G'), /"maxsize" removes/],
    ['an age after which it goes', ours.replace('daily', 'daily\n    maxage 90'), /"maxage" removes/],
  ]) {
    it(`would be refused with ${what}`, () => assert.match(logrotateProblems(text).join(), words));
  }

  it('of a container would be refused with a size', () => {
    assert.equal(composeProblems('    options:\n      max-size: 10m\n      "max-file": "3"\n').length, 2);
    assert.equal(composeProblems('  options: { max-size: 50m, max-file: "10" } # not max-size: 1').length, 2);
  });

  it('of every container is taken by what this repository gives to the host, whole, however fast they say it', () => {
    for (const [name, service] of services) assert.deepEqual(service.logging, logging, name);
    assert.equal(logging.driver, 'syslog');
    assert.deepEqual(rsyslogProblems(rsyslog, logging.options['syslog-address']), []);
    assert.ok(rsyslog.includes(`$programname == '${logging.options.tag}'`));
  });

  const EARLIER = ['string="%msg:2:$%\\n"', 'string="%msg%\\n"'];
  for (const [what, text, words] of [
    [
      'the system’s socket',
      rsyslog.replace(/socket="[^"]*"/, 'socket="/dev/log"'),
      /listens at unixgram:\/\/\/dev\/log/,
    ],
    ['a limit', rsyslog.replace('rateLimit.interval="0"', 'rateLimit.interval="5"'), /drops lines/],
    ['lines as long as they are by default', rsyslog.replace(/global.*/, ''), /longer than 8192 bytes/],
    ['the first sign taken away, whatever it is', rsyslog.replace(/string=".*"/, EARLIER[0]), /writes "{"a":1}"/],
    ['a space before each line', rsyslog.replace(/string=".*"/, EARLIER[1]), /writes " {"a":1}"/],
  ]) {
    it(`would not be taken whole with ${what}`, () => {
      assert.match(rsyslogProblems(text, logging.options['syslog-address']).join(), words);
    });
  }
});
