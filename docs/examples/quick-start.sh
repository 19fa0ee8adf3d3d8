#!/usr/bin/env bash
# Issues an invoice, fetches its papers and its proof, and verifies it as anyone can: curl and sed, nothing else.
set -euo pipefail
GATEWAY=${GATEWAY:-http://localhost:3000}
TILL=${TILL:-demo-till-1}
: "${KEY:?an API key of a merchant}"
FOLDER=${FOLDER:-.}
authorized() { curl -sS --fail-with-body --max-time 30 -H "Authorization: Bearer $KEY" "$@"; }

# 1. Issue. The same order reference again, with the same content, gets the same answer.
ANSWER=$(authorized "$GATEWAY/v1/invoices" -H 'Content-Type: application/json' -d '{
  "till": "'"$TILL"'", "orderReference": "'"${ORDER:-QUICK-START-1}"'",
  "lines": [{ "name": "*谷物*大米", "unit": "袋", "quantity": "2", "unitPrice": "50.00",
              "net": "100.00", "rate": "0.09", "tax": "9.00" }],
  "totals": { "net": "100.00", "tax": "9.00", "gross": "109.00" } }')
NUMBER=$(sed 's/^{"number":"\([0-9]*\)".*/\1/' <<<"$ANSWER")
echo "issued 已开具 $NUMBER"

# 2. Its papers: a signed PDF, UBL for other systems, Chinese EInvoice XML, and the bundle for offline verification.
authorized "$GATEWAY/v1/invoices/$NUMBER/pdf" -o "$FOLDER/$NUMBER.pdf"
authorized "$GATEWAY/v1/invoices/$NUMBER/ubl" -o "$FOLDER/$NUMBER.ubl.xml"
authorized "$GATEWAY/v1/invoices/$NUMBER/einvoice" -o "$FOLDER/$NUMBER.xml"
authorized "$GATEWAY/v1/invoices/$NUMBER/proof" -o "$FOLDER/$NUMBER.lianpiao.json"

# 3. Anyone asks whether a paper is genuine: no key, just what stands on it. The day is the one in China.
curl -sS --fail-with-body --max-time 30 "$GATEWAY/v1/verifications" -H 'Content-Type: application/json' \
  -d '{ "number": "'"$NUMBER"'", "date": "'"$(TZ=Asia/Shanghai date +%F)"'", "total": "109.00" }'
echo
