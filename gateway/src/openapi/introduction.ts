/** What the page of the API begins with, in Markdown. The commands are those of docs/examples/quick-start.sh. */
export const INTRODUCTION = `
链票：交易即开票，任何人都可凭一个文件离线验证。E-invoices on a ledger that anyone can check, offline, from one file.

## 约定 Conventions

- 身份 Who you are: \`Authorization: Bearer <API key>\`. 公开接口无需密钥 Open routes need none.
- 金额为十进制文本，不用 JSON 数字 Money is decimal text, never a JSON number: \`"109.00"\`.
- 时间为 RFC 3339 UTC；票面日期为中国日期 Times are RFC 3339 in UTC; the day on a paper is the day in China.
- 拒绝时返回 RFC 9457 说明，请按稳定的 \`code\` 判断 Refusals are RFC 9457 problems: match on the stable \`code\`.
- 同一卖方、同一订单号、同一内容总是得到同一答复 The same seller, order reference and content always get the same answer: repeat without fear.
- 列表分页：把 \`next\` 作为 \`after\` 传回 Lists come in pages: pass \`next\` back as \`after\`.

## 快速上手 Quick start

\`\`\`bash
GATEWAY=http://localhost:3000; KEY=lp_…   # ./scripts/up 写入 writes data/demo-credentials.json

# 开票 issue
curl -s "$GATEWAY/v1/invoices" -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' -d '{
  "till": "demo-till-1", "orderReference": "ORDER-1",
  "lines": [{ "name": "*谷物*大米", "quantity": "2", "unitPrice": "50.00", "net": "100.00", "rate": "0.09", "tax": "9.00" }],
  "totals": { "net": "100.00", "tax": "9.00", "gross": "109.00" } }'

# 下载 PDF、UBL、离线凭证包 fetch the PDF, UBL, the offline bundle
curl -sO "$GATEWAY/v1/invoices/$NUMBER/pdf" -H "Authorization: Bearer $KEY"
curl -sO "$GATEWAY/v1/invoices/$NUMBER/ubl" -H "Authorization: Bearer $KEY"
curl -sO "$GATEWAY/v1/invoices/$NUMBER/proof" -H "Authorization: Bearer $KEY"

# 任何人查验 anyone verifies
curl -s "$GATEWAY/v1/verifications" -H 'Content-Type: application/json' \\
  -d '{ "number": "…", "date": "2026-11-22", "total": "109.00" }'
\`\`\`

TypeScript: \`import { createClient } from '@lianpiao/gateway/client'\`.
`.trim();
