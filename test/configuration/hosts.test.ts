import { originIn } from '../../src/configuration/hosts';

test.each([
  ['https://guard.example', 'https://guard.example'],
  ['https://guard.example/', 'https://guard.example'],
  ['HTTPS://Guard.Example', 'https://guard.example'],
  ['https://guard.example:8443', 'https://guard.example:8443'],
  ['https://guard.example:443', 'https://guard.example'],
  ['https://wächter.example', 'https://xn--wchter-bua.example'],
  ['https://xn--wchter-bua.example', 'https://xn--wchter-bua.example'],
  ['https://[2001:db8::1]:3000', 'https://[2001:db8::1]:3000'],
  ['http://localhost:3000', 'http://localhost:3000'],
])('%s is the origin %s', (written, origin) => {
  expect(originIn(written)).toBe(origin);
});

test.each([
  'https://guard.example/addin', 'https://guard.example//', 'https://guard.example?x', 'https://guard.example#x', 'https://mara:secret@guard.example', 'https://@guard.example',
  'https:\\\\guard.example', 'https://guard.example\\x', 'https:guard.example', 'https://guard.example ', ' https://guard.example', 'https://guard.exa\nmple', 'https://guard.example:99999',
  'https://*.guard.example', 'https://guard_one.example', 'https://', 'https:///', 'http://guard.example', 'ftp://guard.example', 'guard.example', '',
])('%j is none', (written) => {
  expect(originIn(written)).toBeUndefined();
});
