/** The languages in which a tenant's server signs identities. */
export const serverLanguages = [
  { value: 'node', title: 'Node' },
  { value: 'python', title: 'Python' },
  { value: 'php', title: 'PHP' },
  { value: 'ruby', title: 'Ruby' },
] as const;

export type ServerLanguage = (typeof serverLanguages)[number]['value'];

const node = `import { createHmac } from 'node:crypto';

export function chatlyIdentity(secret, { id, name, email }) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const exp = Math.floor(Date.now() / 1000) + 600;
  const signed = \`\${part({ alg: 'HS256', typ: 'JWT' })}.\${part({ sub: String(id), name, email, exp })}\`;
  return \`\${signed}.\${createHmac('sha256', secret).update(signed).digest('base64url')}\`;
}`;

const python = `import base64, hashlib, hmac, json, time

def chatly_identity(secret, id, name=None, email=None):
    def part(raw):
        return base64.urlsafe_b64encode(raw).rstrip(b"=")
    claims = {"sub": str(id), "exp": int(time.time()) + 600}
    claims.update({key: value for key, value in (("name", name), ("email", email)) if value})
    signed = part(json.dumps({"alg": "HS256", "typ": "JWT"}).encode()) + b"." + part(json.dumps(claims).encode())
    return (signed + b"." + part(hmac.new(secret.encode(), signed, hashlib.sha256).digest())).decode()`;

const php = `function chatly_identity(string $secret, string $id, ?string $name = null, ?string $email = null): string {
    $part = fn (string $raw) => rtrim(strtr(base64_encode($raw), '+/', '-_'), '=');
    $claims = array_filter(['sub' => $id, 'exp' => time() + 600, 'name' => $name, 'email' => $email]);
    $signed = $part(json_encode(['alg' => 'HS256', 'typ' => 'JWT'])) . '.' . $part(json_encode($claims));
    return $signed . '.' . $part(hash_hmac('sha256', $signed, $secret, true));
}`;

const ruby = `require 'base64'
require 'json'
require 'openssl'

def chatly_identity(secret, id:, name: nil, email: nil)
  part = ->(raw) { Base64.urlsafe_encode64(raw, padding: false) }
  claims = { sub: id.to_s, exp: Time.now.to_i + 600, name: name, email: email }.compact
  signed = [{ alg: 'HS256', typ: 'JWT' }, claims].map { |value| part.(JSON.generate(value)) }.join('.')
  "#{signed}.#{part.(OpenSSL::HMAC.digest('SHA256', secret, signed))}"
end`;

/** What signs an identity, with each language's own library alone; the same as in docs/widget.md. */
export const identityExamples: Record<ServerLanguage, string> = { node, python, php, ruby };
