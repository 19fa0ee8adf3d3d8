/** What this page may do: send its own form, and nothing else. */
export const SIGN_IN_POLICY = "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The page that asks for a key before the queues are shown. */
export function signInPage(refused: boolean): string {
  const refusal = refused ? '<p role="alert">This key does not open the queues. 此密钥无权查看队列。</p>' : '';
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Queues · 队列</title></head>
<body>
<main>
<h1>Queues 队列</h1>
${refusal}
<form method="post" action="/queues/session">
<p><label for="key">API key of the bureau 税务机关 API 密钥</label></p>
<p><input id="key" name="key" type="password" autocomplete="off" required></p>
<p><button type="submit">Look 查看</button></p>
</form>
</main>
</body>
</html>
`;
}
