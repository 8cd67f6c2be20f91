import { parseArguments } from './parse-arguments';

describe('the command line', () => {
  it('accepts exactly what automator.launch sends to DevTools', () => {
    const args = ['auto', '--project', '/app', '--auto-port', '9420', '--auto-account', 'x', '--trust-project'];
    expect(parseArguments(args)).toEqual({ verb: 'auto', project: '/app', port: 9420 });
    const withTicket = ['auto', '--project', '/my app', '--auto-port', '9420', '--ticket', 't'];
    expect(parseArguments(withTicket)).toEqual({ verb: 'auto', project: '/my app', port: 9420 });
  });

  it('accepts values behind an equals sign and makes the project path absolute', () => {
    expect(parseArguments(['auto', '--project=app', '--auto-port=1'])).toEqual({
      verb: 'auto',
      project: `${process.cwd()}/app`,
      port: 1,
    });
  });

  it('takes what is meant for the host before the command, and no option of the host behind it', () => {
    const auto = ['auto', '--project', '/app', '--auto-port', '1'];
    const own = ['--api-base', 'http://127.0.0.1:1', '--domains=a.example,b.example', '--login-code', 'c'];
    const given = { apiBase: 'http://127.0.0.1:1', domains: ['a.example', 'b.example'], loginCode: 'c' };
    expect(parseArguments([...own, ...auto])).toEqual({ verb: 'auto', project: '/app', port: 1, ...given });
    expect(() => parseArguments([...auto, ...own])).toThrow(/unknown option --api-base/);
  });

  it.each(['islogin', 'close', 'quit'] as const)('has an answer to %s', (verb) => {
    expect(parseArguments([verb, '--project', '/app'])).toEqual({ verb });
  });

  it.each([
    [[], /only the command "auto"/],
    [['open', '--project', '/app'], /"open" is not supported/],
    [['fly'], /only the command "auto"/],
    [['auto', '--auto-port', '9420'], /--project/],
    [['auto', '--project', '/app'], /--auto-port/],
    [['auto', '--project', '/app', '--auto-port', '70000'], /70000/],
    [['auto', '--project', '/app', '--auto-port', 'abc'], /abc/],
    [['auto', '--projekt', '/app'], /unknown option --projekt/],
  ])('refuses %j and says why', (args, reason) => {
    expect(() => parseArguments(args)).toThrow(reason);
  });
});
