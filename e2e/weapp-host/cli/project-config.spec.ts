import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readProjectConfig } from './project-config';

describe('readProjectConfig', () => {
  let project: string;

  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), 'a project '));
  });
  afterEach(() => rmSync(project, { recursive: true }));

  const write = (name: string, text: string) => writeFileSync(join(project, name), text);

  it('holds requests against the domain list unless the project says otherwise', () => {
    write('project.config.json', '{"appid":"wx1","miniprogramRoot":"dist/"}');
    expect(readProjectConfig(project)).toEqual({ dist: join(project, 'dist/'), appId: 'wx1', checksDomains: true });
    write('project.config.json', '{"setting":{"urlCheck":false}}');
    expect(readProjectConfig(project)).toMatchObject({ appId: undefined, checksDomains: false });
  });

  it('lets a developer’s own config go before the shared one', () => {
    write('project.config.json', '{"appid":"wx1","setting":{"urlCheck":true}}');
    write('project.private.config.json', '{"appid":"wx2","setting":{"urlCheck":false}}');
    expect(readProjectConfig(project)).toMatchObject({ appId: 'wx2', checksDomains: false });
  });

  it('says which file is missing or broken', () => {
    expect(() => readProjectConfig(project)).toThrow(/holds no project\.config\.json/);
    write('project.config.json', '{');
    expect(() => readProjectConfig(project)).toThrow(/project\.config\.json is not JSON/);
  });
});
