// Made from docs/openapi.json by scripts/lib/generate-client.mjs: changes here are lost.

export interface paths {
	"/v1/session": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Whom the API key stands for
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["readSession"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/trust": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** Whom this gateway trusts, as a trust file. Whoever verifies in earnest gets the keys another way */
		get: operations["readTrust"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/trust/{version}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** An earlier version of the signed trust file, for whoever takes the versions one by one */
		get: operations["readTrustVersion"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/invoices": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Invoices that the caller may see, in the order of the ledger
		 * @description Roles: bureau, merchant, platform, company, auditor.
		 */
		get: operations["listInvoices"];
		put?: never;
		/**
		 * Issue an invoice: one final answer, the same forever
		 * @description Roles: merchant, platform.
		 */
		post: operations["issueInvoice"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/invoices/batch": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Issue many: NDJSON in and out, a line an invoice, in order; a bad line fails alone
		 * @description Roles: merchant, platform.
		 */
		post: operations["issueBatch"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/invoices/search": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Search what the caller may see, newest first, by seller, buyer, day, number and total
		 * @description Roles: bureau, merchant, platform, company, auditor.
		 */
		get: operations["searchInvoices"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/invoices/{number}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * An invoice with its content
		 * @description Roles: bureau, merchant, platform, company, auditor.
		 */
		get: operations["readInvoice"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/invoices/{number}/receipt": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The ledger's signed receipt
		 * @description Roles: bureau, merchant, platform, company, auditor.
		 */
		get: operations["readReceipt"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/invoices/{number}/events": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What happened to an invoice
		 * @description Roles: bureau, merchant, platform, company, auditor.
		 */
		get: operations["readEvents"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/invoices/{number}/proof": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The offline bundle: everything a verifier needs, with fields withheld on request
		 * @description Roles: bureau, merchant, platform, company, auditor.
		 */
		get: operations["readProof"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/invoices/{number}/content": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post?: never;
		/**
		 * Erase an invoice's content for good; its entry and every proof stay
		 * @description Roles: bureau, merchant, platform.
		 */
		delete: operations["eraseContent"];
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/invoices/{number}/status": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Where an invoice stands now: document, correction, use, booking, claim, pledge
		 * @description Roles: bureau, merchant, platform, company, auditor.
		 */
		get: operations["readInvoiceStatus"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/invoices/{number}/use": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * The buyer selects an invoice to deduct its tax, deducts it, or rolls that back (用途)
		 * @description Roles: merchant, platform, company.
		 */
		post: operations["changeUse"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/invoices/{number}/booking": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * The buyer books an invoice, or undoes that (入账 02 to 06)
		 * @description Roles: merchant, platform, company.
		 */
		post: operations["changeBooking"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/corrections": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Red-letter confirmations of own sales, own purchases, and invoices that the caller has claimed, newest first
		 * @description Roles: bureau, merchant, platform, company, auditor.
		 */
		get: operations["listCorrections"];
		put?: never;
		/**
		 * Ask for a red letter. Where nobody has to confirm it, its red invoice is issued at once
		 * @description Roles: merchant, platform, company.
		 */
		post: operations["requestCorrection"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/corrections/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * A red-letter confirmation with its red invoice
		 * @description Roles: bureau, merchant, platform, company, auditor.
		 */
		get: operations["readCorrection"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/corrections/{id}/confirm": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * The other side confirms; the red invoice is issued by itself
		 * @description Roles: merchant, platform, company.
		 */
		post: operations["confirmCorrection"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/corrections/{id}/refuse": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * The other side refuses
		 * @description Roles: merchant, platform, company.
		 */
		post: operations["refuseCorrection"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/corrections/{id}/withdraw": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Whoever asked takes it back
		 * @description Roles: merchant, platform, company.
		 */
		post: operations["withdrawCorrection"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/corrections/{id}/void": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * The bureau makes a confirmation void (states 10 to 13)
		 * @description Roles: bureau.
		 */
		post: operations["voidCorrection"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/claims": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Claims of the caller, newest first
		 * @description Roles: bureau, merchant, platform, company, auditor.
		 */
		get: operations["listReservations"];
		put?: never;
		/**
		 * Reserve amounts of invoices for reimbursement: all of them or none, until the lease ends
		 * @description Roles: merchant, platform, company.
		 */
		post: operations["reserveInvoices"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/claims/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * A claim of yours
		 * @description Roles: bureau, merchant, platform, company, auditor.
		 */
		get: operations["readReservation"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/claims/{id}/settle": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Settle: final
		 * @description Roles: merchant, platform, company.
		 */
		post: operations["settleReservation"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/claims/{id}/release": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Release what was reserved
		 * @description Roles: merchant, platform, company.
		 */
		post: operations["releaseReservation"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/claims/{id}/renew": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Lengthen the lease; the answer has a new fencing token
		 * @description Roles: merchant, platform, company.
		 */
		post: operations["renewReservation"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/pledges": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Pledges made or taken, newest first
		 * @description Roles: bureau, merchant, platform, company, auditor.
		 */
		get: operations["listPledges"];
		put?: never;
		/**
		 * Pledge the receivable of an invoice to a financier: once
		 * @description Roles: merchant, platform.
		 */
		post: operations["pledgeInvoice"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/pledges/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * A pledge, for its seller and its financier
		 * @description Roles: bureau, merchant, platform, company, auditor.
		 */
		get: operations["readPledge"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/pledges/{id}/release": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * The financier lets go: released, or the debt was paid
		 * @description Roles: company.
		 */
		post: operations["releasePledge"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/rules/life": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** The rule set for what becomes of invoices, as it is in force on the ledger */
		get: operations["readLifeRules"];
		put?: never;
		/**
		 * The bureau puts a rule set for the life of invoices in force
		 * @description Roles: bureau.
		 */
		post: operations["publishLifeRules"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/rules/cn": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** Tax rates and tolerance of profile cn, as they are in force on the ledger */
		get: operations["readCnRules"];
		put?: never;
		/**
		 * The bureau puts tax rates and tolerance of profile cn in force, from the next invoice on
		 * @description Roles: bureau.
		 */
		post: operations["publishCnRules"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/corrections/import": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Ask for the red letter that a UBL CreditNote or a red EInvoice describes
		 * @description Roles: merchant, platform, company.
		 */
		post: operations["importCorrection"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/claims/{id}/accounting": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * The booking fields of an invoice that the caller has claimed (电子凭证会计数据标准); nothing is written
		 * @description Roles: merchant, platform, company.
		 */
		post: operations["accountClaim"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/claims/{id}/accounting/xbrl": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * The same fields as an XBRL 2.1 instance
		 * @description Roles: merchant, platform, company.
		 */
		post: operations["accountClaimXbrl"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/figures/key": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** The key that signs figures; a financier keeps it */
		get: operations["readFiguresKey"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/figures": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * The own turnover as an SD-JWT (RFC 9901), of which its holder shows what it will, to whom it will
		 * @description Roles: merchant, platform.
		 */
		post: operations["issueFigures"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/invoices/{number}/erasure": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Was an invoice's content erased, which holders attest it of their own copies, and which have not
		 * @description Roles: bureau, merchant, platform, company, auditor.
		 */
		get: operations["readErasure"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/invoices/{number}/erasure/{sequence}/proof": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The offline bundle of the erasure, or of an attestation of it
		 * @description Roles: bureau, merchant, platform, company, auditor.
		 */
		get: operations["readErasureProof"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/sales": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The own sales, newest first; of a day, of a till
		 * @description Roles: merchant, platform.
		 */
		get: operations["listSales"];
		put?: never;
		/**
		 * Report a sale: once paid, it waits for its invoice, which whoever holds the receipt claims by its code
		 * @description Roles: merchant, platform.
		 */
		post: operations["recordSale"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/sales/coverage": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Which invoices of a day are bound to a payment, till by till; the others are flagged. Of all sellers for bureau and auditor
		 * @description Roles: bureau, merchant, platform, auditor.
		 */
		get: operations["coverageOfSales"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/sales/{id}/payment": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Register the payment of a sale that was reported without one
		 * @description Roles: merchant, platform.
		 */
		post: operations["registerPayment"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/sales/summary": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * A day's sales added up by their states, exactly
		 * @description Roles: merchant, platform.
		 */
		get: operations["sumSales"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/sales/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * A sale
		 * @description Roles: merchant, platform.
		 */
		get: operations["readSale"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/sales/{id}/cancel": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Take back a sale that has no invoice: nobody can claim one any more
		 * @description Roles: merchant, platform.
		 */
		post: operations["cancelSale"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/sales/{id}/content": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post?: never;
		/**
		 * Erase a sale's lines, references, code and refunds for good; its invoice is another matter
		 * @description Roles: bureau, merchant, platform.
		 */
		delete: operations["eraseSale"];
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/sales/{id}/refunds": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Refunds of a sale, oldest first
		 * @description Roles: merchant, platform.
		 */
		get: operations["listRefundsOfSale"];
		put?: never;
		/**
		 * Prepare a refund for its red letter, line by line; a whole refund of an uninvoiced sale cancels it
		 * @description Roles: merchant, platform.
		 */
		post: operations["refundSale"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/refunds": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Refunds of the own sales, newest first; of a day
		 * @description Roles: merchant, platform.
		 */
		get: operations["listRefunds"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/claim/{code}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** The sale behind the code of a receipt: seller, time, totals, state */
		get: operations["readClaim"];
		put?: never;
		/** Have the invoice of a sale issued to a title; one invoice, however many ask. SALE_INVOICED shows the one there is */
		post: operations["claimInvoice"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/claim/{code}/invoice": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** The invoice with its content, for its holder */
		get: operations["readClaimedInvoice"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/claim/{code}/status": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** Where the invoice stands now, for its holder */
		get: operations["readClaimedStatus"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/claim/{code}/proof": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** The offline bundle, for its holder */
		get: operations["readClaimedProof"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/claim/{code}/pdf": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** The signed PDF, for its holder */
		get: operations["readClaimedPdf"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/claim/{code}/hand-over": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/** Hand the invoice to a company, which sees it from then on and may reserve it; with the holder token */
		post: operations["handOverInvoice"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/claim/{code}/companies/{company}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** Name of a company before the invoice is handed to it; with the holder token */
		get: operations["readCompanyName"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/handovers": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Invoices that people have handed to the own company, newest first
		 * @description Roles: merchant, platform, company.
		 */
		get: operations["listHandovers"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/invoices/{number}/pdf": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The invoice as a signed PDF with its offline bundle inside; the same bytes each time
		 * @description Roles: bureau, merchant, platform, company, auditor.
		 */
		get: operations["readPdf"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/invoices/{number}/ubl": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The invoice as UBL 2.1 after EN 16931
		 * @description Roles: bureau, merchant, platform, company, auditor.
		 */
		get: operations["readUbl"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/invoices/{number}/einvoice": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The invoice as Chinese EInvoice XML (profile cn)
		 * @description Roles: bureau, merchant, platform, company, auditor.
		 */
		get: operations["readEInvoice"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/invoices/{number}/original": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The document that the invoice was issued from, byte for byte
		 * @description Roles: bureau, merchant, platform, company, auditor.
		 */
		get: operations["readOriginal"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/invoices/import": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Issue an invoice from a document of another system; the document is kept, encrypted
		 * @description Roles: merchant, platform.
		 */
		post: operations["importInvoice"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/documents/check": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Judge a document as importing would, and issue nothing
		 * @description Roles: merchant, platform.
		 */
		post: operations["checkDocument"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/evidence": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * An evidence package: bundles, documents, time line and a page that verifies all of it with the network off
		 * @description Roles: bureau, merchant, platform, company, auditor.
		 */
		post: operations["exportEvidence"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/organisations": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Registered organisations, newest first
		 * @description Roles: bureau, auditor.
		 */
		get: operations["listOrganisations"];
		put?: never;
		/**
		 * Register an organisation
		 * @description Roles: bureau.
		 */
		post: operations["registerOrganisation"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/organisations/{organisation}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * An organisation: its own, or any for the bureau and the auditor
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["readOrganisation"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/tills": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Registered tills with their numbers, newest first; a seller sees its own
		 * @description Roles: bureau, merchant, platform, auditor.
		 */
		get: operations["listTills"];
		put?: never;
		/**
		 * Register a till of a seller; it gets its first numbers at once
		 * @description Roles: bureau.
		 */
		post: operations["registerTill"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/ranges": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Allot numbers to a seller
		 * @description Roles: bureau.
		 */
		post: operations["allotRange"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/range-assignments": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Give a till a part of its seller's numbers
		 * @description Roles: merchant, platform.
		 */
		post: operations["assignRange"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/delegations": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Let another organisation issue for the caller
		 * @description Roles: merchant, platform.
		 */
		post: operations["grantDelegation"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/delegations/{agent}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post?: never;
		/**
		 * Take a delegation back
		 * @description Roles: merchant, platform.
		 */
		delete: operations["revokeDelegation"];
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/acts": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Administrative acts, newest first: who, what, when and why
		 * @description Roles: bureau, auditor.
		 */
		get: operations["listActs"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/api-keys": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * API keys, without their secrets
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["listApiKeys"];
		put?: never;
		/**
		 * Make an API key of the own organisation; the bureau of any
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		post: operations["createApiKey"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/api-keys/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post?: never;
		/**
		 * Revoke an API key: a second later it opens nothing
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		delete: operations["revokeApiKey"];
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/tills/{till}/key": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** A till's device key: by it anybody checks a slip that was printed without the network */
		get: operations["readTillKey"];
		put?: never;
		/**
		 * Give a till a device key, or another one: it issues with that alone from now on
		 * @description Roles: merchant, platform.
		 */
		post: operations["registerTillKey"];
		/**
		 * Revoke a device key: what it signed and has not reported counts no longer; the till issues over the network again
		 * @description Roles: merchant, platform.
		 */
		delete: operations["revokeTillKey"];
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/tills/{till}/book": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What a till with a device key has to know to issue without the network
		 * @description Roles: merchant, platform.
		 */
		get: operations["readTillBook"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/tills/{till}/reports": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Report what a till issued without the network: NDJSON in and out, in order; a repetition gets its first answer
		 * @description Roles: merchant, platform.
		 */
		post: operations["reportInvoices"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/tills/{till}/outages": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Close an outage with the till's signed collective record
		 * @description Roles: merchant, platform.
		 */
		post: operations["closeOutage"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/provenance": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Register a content by its digest, with its source's signed statement; each organisation once
		 * @description Roles: bureau, merchant, platform, company, provider, consumer.
		 */
		post: operations["registerProvenance"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/provenance/{digest}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** Is this content registered: since when, by whom, made from what? For anyone */
		get: operations["readProvenance"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/provenance/{digest}/events": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** What became of this content, oldest first. For anyone */
		get: operations["listProvenanceEvents"];
		put?: never;
		/**
		 * Note a licence or a transfer by the present holder, or a use by holder or licensee
		 * @description Roles: bureau, merchant, platform, company, provider, consumer.
		 */
		post: operations["noteProvenance"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/provenance/{digest}/content": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post?: never;
		/**
		 * Erase what is private about an entry: by whoever wrote it, or by the bureau; ledger and proofs stay as they are
		 * @description Roles: bureau, merchant, platform, company, provider, consumer.
		 */
		delete: operations["eraseProvenanceContent"];
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/provenance/{digest}/lineage": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** What it was made from, or what was made from it, nearest first. For anyone */
		get: operations["readLineage"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/provenance/{digest}/prov": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** The content, its parents and who registered it, as W3C PROV-JSON. For anyone */
		get: operations["readProvJson"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/provenance/{digest}/proof": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** The offline bundle of a registration or an event; strangers get it with the private fields withheld */
		get: operations["readProvenanceProof"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/catalogue": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Resources that can be shared, newest first
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["listResources"];
		put?: never;
		/**
		 * Register a resource: whose it is, what it holds, and where it lies
		 * @description Roles: provider.
		 */
		post: operations["registerResource"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/catalogue/{resource}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * A resource
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["readResource"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/catalogue/{resource}/transfer": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * The owner hands a resource to another owner or another controller
		 * @description Roles: merchant, platform, company, provider, consumer.
		 */
		post: operations["transferResource"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/grants": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Grants given and got, newest first; with `resource` those of a resource, for its owner and controller
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["listGrants"];
		put?: never;
		/**
		 * Grant access; under `parent`, pass on a part of what an `operate` grant holds
		 * @description Roles: provider, consumer.
		 */
		post: operations["grantAccess"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/grants/{grant}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * A grant, with what was done to it, by whom and why
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["readGrant"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/grants/{grant}/pause": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Suspend a grant and all below it
		 * @description Roles: provider, consumer.
		 */
		post: operations["pauseGrant"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/grants/{grant}/resume": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Let a paused grant hold again
		 * @description Roles: provider, consumer.
		 */
		post: operations["resumeGrant"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/grants/{grant}/revoke": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Revoke a grant and all below it, for good
		 * @description Roles: provider, consumer.
		 */
		post: operations["revokeGrant"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/grants/{grant}/tokens": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * A short-lived token for this grant alone, for its consumer; with a proof, for its key alone
		 * @description Roles: provider, consumer.
		 */
		post: operations["createGrantToken"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/grants/{grant}/audit": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Every check and read under a grant, each with its proof; a consumer sees its own
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["listGrantAudit"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/audit": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The whole audit log
		 * @description Roles: bureau, auditor.
		 */
		get: operations["listAudit"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/data/{grant}/check": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The decision alone: may these fields be read under these conditions now?
		 * @description Roles: provider, consumer.
		 */
		get: operations["checkGrant"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/data/{grant}/rows": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * A page of rows, filtered at the source by the conditions of the grant and those asked for
		 * @description Roles: provider, consumer.
		 */
		get: operations["readRows"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/data/{grant}/stream": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * All rows as NDJSON; the last line is {"$end":{…}} and says whether they are complete
		 * @description Roles: provider, consumer.
		 */
		get: operations["streamRows"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/catalogue/divisions": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Divisions, by their codes
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["listDivisions"];
		put?: never;
		/**
		 * Register a division
		 * @description Roles: bureau.
		 */
		post: operations["registerDivision"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/catalogue/organisations": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Say to which division an organisation belongs
		 * @description Roles: bureau.
		 */
		post: operations["placeOrganisation"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/catalogue/departments": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Departments, with how many entries are registered, connected and working
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["listDepartments"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/catalogue/duties": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Duties and who has them
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["listDuties"];
		put?: never;
		/**
		 * Give a duty to an organisation, or from one to another
		 * @description Roles: bureau.
		 */
		post: operations["assignDuty"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/catalogue/entries": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Find catalogue entries, newest first; open ones for anyone
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["searchEntries"];
		put?: never;
		/**
		 * Publish a catalogue entry under a duty, or its next version
		 * @description Roles: provider.
		 */
		post: operations["publishEntry"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/catalogue/entries/{entry}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * A catalogue entry with its duty, resources and history; an open one for anyone, without who did what
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["readEntry"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/catalogue/entries/{entry}/grade": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Endorse a grade and class; a looser one takes owner and bureau
		 * @description Roles: bureau, provider.
		 */
		post: operations["regradeEntry"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/catalogue/entries/{entry}/transfer": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * The owner hands an entry to the organisation of another duty
		 * @description Roles: provider.
		 */
		post: operations["transferEntry"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/catalogue/entries/{entry}/approvals": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Approve what the decision table leaves to approval
		 * @description Roles: bureau.
		 */
		post: operations["approveSharing"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/catalogue/entries/{entry}/feedback": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Say what is wrong with the data; the owner has ten days to answer
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		post: operations["giveFeedback"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/catalogue/feedback": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Feedback by its state; `overdue` lists loops that are not closed
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["listFeedback"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/catalogue/feedback/{feedback}/answer": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Answer feedback: corrected by a new version, or declined
		 * @description Roles: provider.
		 */
		post: operations["answerFeedback"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/catalogue/feedback/{feedback}/close": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Close feedback of your own
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		post: operations["closeFeedback"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/catalogue/{resource}/entry": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Put a resource under a catalogue entry; without one no access to it is granted
		 * @description Roles: provider.
		 */
		post: operations["placeResource"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/catalogue/{resource}/release": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Let a resource out of quarantine
		 * @description Roles: bureau, provider.
		 */
		post: operations["releaseResource"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/supervision": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Who looks at whom, how and how often, and what is overdue; all of it for supervisors, for others who looks at them
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["listSupervision"];
		put?: never;
		/**
		 * State who looks at whom, how and how often; an interval of 0 ends it
		 * @description Roles: bureau.
		 */
		post: operations["stateSupervision"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/supervision/{object}/looks": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Record that the caller has looked at an organisation, as it is stated that it does
		 * @description Roles: bureau, auditor.
		 */
		post: operations["recordLook"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/catalogue/schemas": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Register a version of a schema
		 * @description Roles: bureau, provider.
		 */
		post: operations["registerSchema"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/catalogue/schemas/{schema}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * A version of a schema
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["readSchema"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/catalogue/{resource}/probe": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Look now whether a resource answers, and fits its schema; for its controller and the bureau
		 * @description Roles: bureau, provider.
		 */
		post: operations["probeResource"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/catalogue/dcat": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The directory as DCAT 3, a page at a time; the header Link names the next
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["exportDcat"];
		put?: never;
		/**
		 * Publish the datasets of a DCAT document under a duty; each succeeds or fails alone
		 * @description Roles: provider.
		 */
		post: operations["importDcat"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/catalogue/incomplete": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Entries of a page that lack something, as CSV; the header Link names the next page
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["exportIncomplete"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/catalogue/{resource}/rows": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * A page of rows of open data, for anyone and without a grant; every read is in the audit log
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["readOpenRows"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/usage-receipts": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Who read what, when and for which purpose, with the halves that both sides signed, oldest first
		 * @description Roles: bureau, provider, consumer, auditor.
		 */
		get: operations["listUsageReceipts"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/usage-receipts/halves": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Of each grant: how many receipts each side signed, and which half is missing
		 * @description Roles: bureau, provider, consumer, auditor.
		 */
		get: operations["listReceiptHalves"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/usage-receipts/alerts": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Unusual use: far more rows than ever before, or refusal after refusal
		 * @description Roles: bureau, provider, consumer, auditor.
		 */
		get: operations["listUsageAlerts"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/usage-receipts/{grant}/acknowledge": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * The consumer's half: it signs the oldest batch that it has not answered
		 * @description Roles: provider, consumer.
		 */
		post: operations["acknowledgeReceipts"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/usage-receipts/{grant}/dispute": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * The consumer signs that these are not the reads it made
		 * @description Roles: provider, consumer.
		 */
		post: operations["disputeReceipts"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/catalogue/{resource}/copies": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Under which grant a copy of the rows left, by the order of its rows; for the controller
		 * @description Roles: provider.
		 */
		post: operations["traceCopy"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/templates": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Query templates in their newest versions, newest first
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["listTemplates"];
		put?: never;
		/**
		 * Approve a query template for a resource, or its next version
		 * @description Roles: provider.
		 */
		post: operations["approveTemplate"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/templates/{template}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * A query template in its newest version
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["readTemplate"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/templates/{template}/withdraw": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Take a query template back
		 * @description Roles: provider.
		 */
		post: operations["withdrawTemplate"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/data/{grant}/runs": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Run a query template next to the data; rows never leave
		 * @description Roles: provider, consumer.
		 */
		post: operations["runTemplate"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/data/{grant}/runs/{run}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * A run and its answer, when that may leave; for its consumer and for the controller of the resource
		 * @description Roles: provider, consumer.
		 */
		get: operations["readRun"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/runs": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Runs whose results need a permit, newest first; supervisors name a grant and a reason, which is recorded
		 * @description Roles: bureau, provider, consumer, auditor.
		 */
		get: operations["listRuns"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/data/{grant}/runs/{run}/permit": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Let this very result leave
		 * @description Roles: provider.
		 */
		post: operations["permitExport"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/data/{grant}/runs/{run}/refuse": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Refuse to let this result leave, for good
		 * @description Roles: provider.
		 */
		post: operations["refuseExport"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/consents": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Consents that the caller recorded or whose data it controls; all for supervisors
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["listConsents"];
		put?: never;
		/**
		 * Record that a data subject, known by a pseudonym, agreed to a text
		 * @description Roles: provider.
		 */
		post: operations["giveConsent"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/crossings": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Approvals of use abroad that concern the caller; all for supervisors
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["listCrossings"];
		put?: never;
		/**
		 * Approve the use of a resource in another region
		 * @description Roles: bureau.
		 */
		post: operations["approveCrossing"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/requests": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Requests made by the caller and to it; all for supervisors
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["listAccessRequests"];
		put?: never;
		/**
		 * Ask for access; the deadline of the answer is set by the ledger
		 * @description Roles: provider, consumer.
		 */
		post: operations["requestAccess"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/standing-grants": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Standing grants given and got; all for supervisors
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["listStandingGrants"];
		put?: never;
		/**
		 * Sign in advance: a consumer may draw grants under these terms
		 * @description Roles: provider.
		 */
		post: operations["openStandingGrant"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/consents/{consent}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * A consent, for whoever recorded it, the controller and supervisors
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["readConsent"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/consents/{id}/withdraw": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * The data subject takes the consent back: everything that rests on it stops
		 * @description Roles: provider.
		 */
		post: operations["withdrawConsent"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/crossings/{id}/withdraw": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Take the approval back: what rests on it stops
		 * @description Roles: bureau.
		 */
		post: operations["withdrawCrossing"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/requests/{request}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * A request, with its deadline and whether that has passed
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["readAccessRequest"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/requests/{request}/answer": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Answer a request: with the grant that was given, or with a refusal
		 * @description Roles: provider, consumer.
		 */
		post: operations["answerAccessRequest"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/requests/{id}/escalate": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * The deadline has passed: call the bureau
		 * @description Roles: provider, consumer.
		 */
		post: operations["escalateAccessRequest"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/standing-grants/{standing}/draw": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Draw a grant from a standing grant
		 * @description Roles: provider, consumer.
		 */
		post: operations["drawStandingGrant"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/standing-grants/{id}/close": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Nothing more is drawn from it; what was drawn stays
		 * @description Roles: provider.
		 */
		post: operations["closeStandingGrant"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/grants/{id}/propose-revocation": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Propose that a grant end by both signatures
		 * @description Roles: provider, consumer.
		 */
		post: operations["proposeRevocation"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/grants/{id}/countersign-revocation": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Sign what the other side proposed, or has revoked alone
		 * @description Roles: provider, consumer.
		 */
		post: operations["countersignRevocation"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/grants/{id}/attest-deletion": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * After the end: state that nothing of the data is held any more
		 * @description Roles: provider, consumer.
		 */
		post: operations["attestDeletion"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/grants/{id}/review": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Review an emergency grant; one that is not upheld is revoked
		 * @description Roles: bureau.
		 */
		post: operations["reviewGrant"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/my/consents": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** The own consents of a data subject who signed in */
		get: operations["listMyConsents"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/my/consents/{consent}/withdraw": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/** Take an own consent back: everything that rests on it stops */
		post: operations["withdrawMyConsent"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/my/pseudonyms/{organisation}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** Under which pseudonym an organisation records a consent of the data subject who signed in */
		get: operations["readMyPseudonym"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/offers": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The offers of a resource that stand
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["listOffers"];
		put?: never;
		/**
		 * Say on which terms a resource may be had
		 * @description Roles: provider.
		 */
		post: operations["publishOffer"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/offers/{offer}/withdraw": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Take an offer back; what was agreed stays agreed
		 * @description Roles: provider.
		 */
		post: operations["withdrawOffer"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/negotiations": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The organisation's negotiations, newest first
		 * @description Roles: provider, consumer.
		 */
		get: operations["listNegotiations"];
		put?: never;
		/**
		 * Ask another connector for a negotiation, as a consumer
		 * @description Roles: provider, consumer.
		 */
		post: operations["requestNegotiation"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/negotiations/{negotiation}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * A negotiation
		 * @description Roles: provider, consumer.
		 */
		get: operations["readNegotiation"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/negotiations/{negotiation}/counter": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Decide: counter; done when the other side has taken the message
		 * @description Roles: provider, consumer.
		 */
		post: operations["counterNegotiation"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/negotiations/{negotiation}/accept": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Decide: accept; done when the other side has taken the message
		 * @description Roles: provider, consumer.
		 */
		post: operations["acceptNegotiation"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/negotiations/{negotiation}/verify": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Decide: verify; done when the other side has taken the message
		 * @description Roles: provider, consumer.
		 */
		post: operations["verifyNegotiation"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/negotiations/{negotiation}/offer": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Decide: offer; done when the other side has taken the message
		 * @description Roles: provider, consumer.
		 */
		post: operations["offerNegotiation"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/negotiations/{negotiation}/agree": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Decide: agree; done when the other side has taken the message
		 * @description Roles: provider, consumer.
		 */
		post: operations["agreeNegotiation"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/negotiations/{negotiation}/finalize": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Decide: finalize; done when the other side has taken the message
		 * @description Roles: provider, consumer.
		 */
		post: operations["finalizeNegotiation"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/negotiations/{negotiation}/terminate": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Decide: terminate; done when the other side has taken the message
		 * @description Roles: provider, consumer.
		 */
		post: operations["terminateNegotiation"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/transfers": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The organisation's transfers, newest first
		 * @description Roles: provider, consumer.
		 */
		get: operations["listTransfers"];
		put?: never;
		/**
		 * Ask another connector for a transfer, as a consumer
		 * @description Roles: provider, consumer.
		 */
		post: operations["requestTransfer"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/transfers/{transfer}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * A transfer
		 * @description Roles: provider, consumer.
		 */
		get: operations["readTransfer"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/transfers/{transfer}/start": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Decide: start; done when the other side has taken the message
		 * @description Roles: provider, consumer.
		 */
		post: operations["startTransfer"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/transfers/{transfer}/suspend": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Decide: suspend; done when the other side has taken the message
		 * @description Roles: provider, consumer.
		 */
		post: operations["suspendTransfer"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/transfers/{transfer}/complete": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Decide: complete; done when the other side has taken the message
		 * @description Roles: provider, consumer.
		 */
		post: operations["completeTransfer"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/transfers/{transfer}/terminate": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Decide: terminate; done when the other side has taken the message
		 * @description Roles: provider, consumer.
		 */
		post: operations["terminateTransfer"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/.well-known/dspace-version": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** Which versions of the Dataspace Protocol are spoken here, and where */
		get: operations["dspVersion"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/dsp/2025-1/catalog/request": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * The catalogue: resources with offers
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		post: operations["dspCatalogue"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/dsp/2025-1/catalog/datasets/{dataset}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * One dataset of the catalogue
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["dspDataset"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/dsp/2025-1/negotiations/request": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * The first message of a negotiation
		 * @description Roles: provider, consumer.
		 */
		post: operations["dspBeginNegotiation"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/dsp/2025-1/negotiations/{negotiation}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The state of a negotiation, for the other side
		 * @description Roles: provider, consumer.
		 */
		get: operations["dspReadNegotiation"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/dsp/2025-1/negotiations/{negotiation}/request": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * A message about a negotiation: request
		 * @description Roles: provider, consumer.
		 */
		post: operations["dspNegotiationRequest"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/dsp/2025-1/negotiations/{negotiation}/offers": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * A message about a negotiation: offers
		 * @description Roles: provider, consumer.
		 */
		post: operations["dspNegotiationOffers"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/dsp/2025-1/negotiations/{negotiation}/events": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * A message about a negotiation: events
		 * @description Roles: provider, consumer.
		 */
		post: operations["dspNegotiationEvents"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/dsp/2025-1/negotiations/{negotiation}/agreement": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * A message about a negotiation: agreement
		 * @description Roles: provider, consumer.
		 */
		post: operations["dspNegotiationAgreement"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/dsp/2025-1/negotiations/{negotiation}/agreement/verification": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * A message about a negotiation: agreement/verification
		 * @description Roles: provider, consumer.
		 */
		post: operations["dspNegotiationAgreementVerification"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/dsp/2025-1/negotiations/{negotiation}/termination": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * A message about a negotiation: termination
		 * @description Roles: provider, consumer.
		 */
		post: operations["dspNegotiationTermination"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/dsp/2025-1/transfers/request": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * The first message of a transfer
		 * @description Roles: provider, consumer.
		 */
		post: operations["dspBeginTransfer"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/dsp/2025-1/transfers/{transfer}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The state of a transfer, for the other side
		 * @description Roles: provider, consumer.
		 */
		get: operations["dspReadTransfer"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/dsp/2025-1/transfers/{transfer}/start": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * A message about a transfer: start
		 * @description Roles: provider, consumer.
		 */
		post: operations["dspTransferStart"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/dsp/2025-1/transfers/{transfer}/suspension": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * A message about a transfer: suspension
		 * @description Roles: provider, consumer.
		 */
		post: operations["dspTransferSuspension"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/dsp/2025-1/transfers/{transfer}/completion": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * A message about a transfer: completion
		 * @description Roles: provider, consumer.
		 */
		post: operations["dspTransferCompletion"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/dsp/2025-1/transfers/{transfer}/termination": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * A message about a transfer: termination
		 * @description Roles: provider, consumer.
		 */
		post: operations["dspTransferTermination"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/reconciliations": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Reports of the own organisation, newest first
		 * @description Roles: bureau, merchant, platform, auditor.
		 */
		get: operations["listBooksReports"];
		put?: never;
		/**
		 * Compare a file of payments with the invoices of its days; the report is kept
		 * @description Roles: merchant, platform.
		 */
		post: operations["reconcileBooks"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/books/reconciliations/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * A report with a page of its differences
		 * @description Roles: bureau, merchant, platform, auditor.
		 */
		get: operations["readBooksReport"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/stats": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Totals of a day: by seller, by platform, and of all; a seller sees its own
		 * @description Roles: bureau, merchant, platform, auditor.
		 */
		get: operations["readStatistics"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/stats/cuts": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Sums over some days by region, trade, rate or day; the largest first, days in their order
		 * @description Roles: bureau, auditor.
		 */
		get: operations["readCuts"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/stats/definitions": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What each figure is, with the version that answers name
		 * @description Roles: bureau, merchant, platform, auditor.
		 */
		get: operations["readDefinitions"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reconciliation": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * How far ledger, payloads, index and log were compared, and how much is wrong
		 * @description Roles: bureau, auditor.
		 */
		get: operations["readReconciliation"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reconciliation/findings": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Bad records, newest first: where, what kind of cause, how to repair
		 * @description Roles: bureau, auditor.
		 */
		get: operations["listFindings"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reconciliation/repairs": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Derived data that was written anew, newest first
		 * @description Roles: bureau, auditor.
		 */
		get: operations["listRepairs"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/reconciliation/runs": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Ask for a full pass from the first entry on; one that waits already serves everybody
		 * @description Roles: bureau.
		 */
		post: operations["requestFullPass"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/changes": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * One ordered feed without gaps of what the caller may see
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["listChanges"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/changes/stream": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The same as server-sent events; Last-Event-ID goes before `after`
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["streamChanges"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/verifications": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/** Is this paper genuine? For anyone, without login: by number, date and total, by QR text, by bundle, a content by its digest, or a list */
		post: operations["verify"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/log/checkpoint": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** The latest signed checkpoint (C2SP) */
		get: operations["readCheckpoint"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/log/vkey": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** The log's verifier key */
		get: operations["readVkey"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/log/blocks/vkey": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** The verifier key under which this organisation attests what its ledger committed */
		get: operations["readAttesterVkey"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/log/blocks/{number}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** A block's checkpoint under this organisation's cosignature: its word on what was committed */
		get: operations["readAttestation"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/log/status/{number}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** The bundle of a seal of the map of statuses, with its changes: whoever reads all of them has the map */
		get: operations["readStatusSeal"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/witnesses": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** The witnesses whose cosignatures the log's checkpoints need */
		get: operations["listWitnesses"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/log/tile/{level}/{index}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** A full tile of hashes, or of entries */
		get: operations["readTile"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/log/tile/{level}/{index}.p/{width}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** A partial tile */
		get: operations["readPartialTile"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/healthz": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** Is the process there? */
		get: operations["readHealth"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/readyz": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** Are all parts there? */
		get: operations["readReadiness"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/metrics": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** Metrics in Prometheus' text format */
		get: operations["readMetrics"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/openapi.json": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** This document */
		get: operations["readOpenApi"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/docs": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** This document as a page for people */
		get: operations["readDocs"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/docs/{asset}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** A part of that page */
		get: operations["readDocsAsset"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/webhooks": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The own webhooks, without their secrets
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["listWebhooks"];
		put?: never;
		/**
		 * Have the change feed delivered to a URL, signed after Standard Webhooks
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		post: operations["createWebhook"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/webhooks/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * A webhook: how far it is, and whether it delivers
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["readWebhook"];
		put?: never;
		post?: never;
		/**
		 * Remove a webhook with its dead letters
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		delete: operations["removeWebhook"];
		options?: never;
		head?: never;
		/**
		 * Another URL, other types, or a pause
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		patch: operations["changeWebhook"];
		trace?: never;
	};
	"/v1/webhooks/{id}/rotate": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * A new secret; for a day the one before signs too
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		post: operations["rotateWebhookSecret"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/webhooks/{id}/resume": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Go on from its cursor, at once; or behind the event that was given up
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		post: operations["resumeWebhook"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/webhooks/{id}/deliveries": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The last attempts, newest first
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["listDeliveries"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/webhooks/{id}/dead-letters": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Events that were given up
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		get: operations["listDeadLetters"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/webhooks/{id}/dead-letters/{cursor}/redeliver": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Deliver a dead letter once more; the one that holds up the rest by resuming
		 * @description Roles: bureau, merchant, platform, company, provider, consumer, auditor.
		 */
		post: operations["redeliverDeadLetter"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/anchors": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** Confirmed anchors in the order of their sizes */
		get: operations["listAnchors"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/anchors/status": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * How far the log is anchored, and the alarms
		 * @description Roles: bureau, auditor.
		 */
		get: operations["readAnchorStatus"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
}
export type webhooks = Record<string, never>;
export interface components {
	schemas: {
		/** @description A refusal (RFC 9457) */
		Problem: {
			/** Format: uri */
			type: string;
			title: string;
			/** @description The title in Chinese */
			titleZh: string;
			status: number;
			/**
			 * @description Stable: match on it, not on the texts. docs/errors.md lists all
			 * @enum {string}
			 */
			code: "BODY_MALFORMED" | "BODY_TOO_LARGE" | "LINE_TOO_LONG" | "BATCH_TOO_LONG" | "MEDIA_TYPE_UNSUPPORTED" | "FIELD_MISSING" | "FIELD_INVALID" | "FIELD_UNKNOWN" | "TEXT_NOT_WELL_FORMED" | "CURSOR_INVALID" | "QR_MALFORMED" | "BUNDLE_MALFORMED" | "NOTE_MALFORMED" | "POLICY_MALFORMED" | "TRUST_UNSIGNED" | "TRUST_ROLLBACK" | "TRUST_CONFLICT" | "ROTATION_UNDER_WAY" | "PROOF_MALFORMED" | "DOCUMENT_MALFORMED" | "DOCUMENT_UNSUPPORTED" | "DOCUMENT_RULES_BROKEN" | "ORIGINAL_UNKNOWN" | "EVIDENCE_MALFORMED" | "EVIDENCE_UNSAFE" | "EVIDENCE_TOO_LARGE" | "EVIDENCE_CHANGED" | "CSV_MALFORMED" | "CSV_HEADER_INVALID" | "CSV_TOO_LONG" | "CREDENTIALS_MISSING" | "CREDENTIALS_INVALID" | "ACTION_FORBIDDEN" | "RATE_LIMITED" | "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "ORGANISATION_UNKNOWN" | "ORGANISATION_EXISTS" | "TAXPAYER_EXISTS" | "TAXPAYER_ID_MALFORMED" | "TAXPAYER_ID_CHECK" | "TILL_UNKNOWN" | "TILL_EXISTS" | "TILL_NOT_YOURS" | "DELEGATION_EXISTS" | "DELEGATION_UNKNOWN" | "RANGE_INVALID" | "RANGE_OVERLAPS" | "RANGE_EXHAUSTED" | "RANGE_QUOTA" | "WEBHOOK_UNKNOWN" | "WEBHOOK_URL_FORBIDDEN" | "WEBHOOK_HOST_UNKNOWN" | "WEBHOOK_LIMIT" | "DEAD_LETTER_UNKNOWN" | "RESOURCE_UNKNOWN" | "RESOURCE_EXISTS" | "RESOURCE_NOT_YOURS" | "GRANT_UNKNOWN" | "GRANT_EXISTS" | "GRANT_NOT_YOURS" | "GRANT_RIGHT_MISSING" | "GRANT_SCOPE_WIDER" | "GRANT_TERM_INVALID" | "GRANT_STATE_WRONG" | "GRANT_NOT_STARTED" | "GRANT_PAUSED" | "GRANT_EXPIRED" | "GRANT_REVOKED" | "GRANT_RECORD_BROKEN" | "GRANT_MODE_MISSING" | "GRANT_FREQUENCY_SPENT" | "TOKEN_REPLAYED" | "PROOF_INVALID" | "CERTIFICATE_UNPROVEN" | "USAGE_POLICY_MALFORMED" | "USAGE_POLICY_CONTRADICTORY" | "OFFER_UNKNOWN" | "OFFER_EXISTS" | "NEGOTIATION_UNKNOWN" | "NEGOTIATION_STATE_WRONG" | "NEGOTIATION_EXISTS" | "TRANSFER_UNKNOWN" | "TRANSFER_STATE_WRONG" | "MESSAGE_MISMATCH" | "CONTEXT_UNSUPPORTED" | "PEER_UNKNOWN" | "PEER_REFUSED" | "PEER_UNAVAILABLE" | "GRANT_CONDITIONS_MISSING" | "CONSENT_MISSING" | "CONSENT_UNKNOWN" | "CONSENT_EXISTS" | "CONSENT_NOT_YOURS" | "CONSENT_WITHDRAWN" | "CROSSING_NOT_APPROVED" | "CROSSING_EXISTS" | "REVIEW_DUE" | "STANDING_CLOSED" | "STANDING_EXISTS" | "REQUEST_UNKNOWN" | "REQUEST_EXISTS" | "REQUEST_STATE_WRONG" | "TOKEN_OF_ANOTHER_GRANT" | "FIELD_NOT_GRANTED" | "FILTER_INVALID" | "SOURCE_INVALID" | "SOURCE_CHANGED" | "SOURCE_UNAVAILABLE" | "DIVISION_UNKNOWN" | "PLACEMENT_EXISTS" | "DIVISION_EXISTS" | "ORGANISATION_NOT_PLACED" | "DUTY_UNKNOWN" | "DUTY_NOT_YOURS" | "VERSION_NOT_NEXT" | "SCHEMA_UNKNOWN" | "SCHEMA_NOT_YOURS" | "SCHEMA_INVALID" | "CATALOGUE_ENTRY_UNKNOWN" | "CATALOGUE_ENTRY_NOT_YOURS" | "CATALOGUE_ENTRY_RETIRED" | "DATUM_EXISTS" | "DATUM_SOURCE_WRONG" | "GRADE_CHANGE_WRONG" | "OPENNESS_REFUSED" | "RESOURCE_NOT_CATALOGUED" | "RESOURCE_PLACED" | "RESOURCE_QUARANTINED" | "RESOURCE_NOT_OPEN" | "SHARING_CLOSED" | "SHARING_DENIED" | "SHARING_UNAPPROVED" | "TITLE_UNPROVEN" | "FEEDBACK_UNKNOWN" | "FEEDBACK_EXISTS" | "FEEDBACK_NOT_YOURS" | "FEEDBACK_STATE_WRONG" | "SUPERVISION_UNKNOWN" | "SUPERVISION_STANDS" | "SUPERVISION_AUTHORITY_WRONG" | "DCAT_MALFORMED" | "AUDIT_NOT_CONTIGUOUS" | "RECEIPT_NOT_CONTIGUOUS" | "RECEIPT_MISMATCH" | "RECEIPT_REASON_MISSING" | "TEMPLATE_UNKNOWN" | "TEMPLATE_VERSION_WRONG" | "TEMPLATE_INVALID" | "TEMPLATE_WITHDRAWN" | "TEMPLATE_ARGUMENT_INVALID" | "GROUP_TOO_SMALL" | "QUERY_DIFFERENCING" | "QUERY_BUDGET_SPENT" | "LEVEL_AGGREGATE_ONLY" | "FIELD_MASKED" | "RUN_UNKNOWN" | "EXPORT_NOT_PERMITTED" | "EXPORT_REFUSED" | "EXPORT_EXPIRED" | "EXPORT_EXISTS" | "INVOICE_UNKNOWN" | "INVOICE_CONFLICT" | "INVOICE_EXISTS" | "INVOICE_ERASED" | "NUMBER_MALFORMED" | "NUMBER_OUT_OF_RANGE" | "CURRENCY_INVALID" | "MONEY_MALFORMED" | "RATE_UNKNOWN" | "LINE_AMOUNT_WRONG" | "LINE_TAX_WRONG" | "TOTALS_WRONG" | "TAX_BREAKDOWN_WRONG" | "AMOUNT_SIGN_WRONG" | "SELLER_MISMATCH" | "TIME_IN_FUTURE" | "TIME_MALFORMED" | "TILL_SIGNS_ITSELF" | "TILL_KEY_MISSING" | "TILL_KEY_EXISTS" | "TILL_KEY_FOREIGN" | "OFFLINE_STATEMENT_MALFORMED" | "OFFLINE_SIGNATURE_WRONG" | "OFFLINE_RECORD_ALTERED" | "OFFLINE_GAP" | "OFFLINE_PLACE_TAKEN" | "OFFLINE_CHAIN_BROKEN" | "OFFLINE_CLOCK_WRONG" | "OFFLINE_LEASE_OVER" | "OFFLINE_RULES_UNKNOWN" | "OFFLINE_NOT_ALLOWED" | "OUTAGE_NOT_OPEN" | "OUTAGE_MISMATCH" | "SLIP_MALFORMED" | "JOURNAL_BROKEN" | "JOURNAL_IN_USE" | "JOURNAL_FULL" | "JOURNAL_UNWRITABLE" | "INVOICE_RED" | "INVOICE_PLEDGED" | "INVOICE_NOT_YOURS" | "LIFE_MOVED" | "LIFE_OPENING_WRONG" | "CORRECTION_UNKNOWN" | "CORRECTION_EXISTS" | "CORRECTION_PENDING" | "CORRECTION_STATE_WRONG" | "CORRECTION_EXPIRED" | "CORRECTION_NOT_YOURS" | "CORRECTION_NEEDS_CONFIRMATION" | "CORRECTION_NEEDS_NONE" | "CORRECTION_UNCONFIRMED" | "CORRECTION_CONTENT_WRONG" | "USE_STATE_WRONG" | "BOOKING_STATE_WRONG" | "CLAIM_UNKNOWN" | "CLAIM_EXISTS" | "CLAIM_NOT_YOURS" | "CLAIM_STATE_WRONG" | "CLAIM_EXPIRED" | "CLAIM_FENCE_STALE" | "CLAIM_AMOUNT_TAKEN" | "CLAIM_CURRENCY_WRONG" | "CLAIM_LIMIT" | "CLAIM_LEASE_INVALID" | "ACCOUNTING_UNBALANCED" | "FIGURES_MALFORMED" | "FIGURES_INVALID" | "PLEDGE_UNKNOWN" | "PLEDGE_EXISTS" | "PLEDGE_NOT_YOURS" | "PLEDGE_STATE_WRONG" | "STATUS_NOT_CONTIGUOUS" | "STATUS_MAP_BROKEN" | "RULES_VERSION_OLD" | "SIGN_IN_FAILED" | "SIGN_IN_UNAVAILABLE" | "LOGOUT_TOKEN_INVALID" | "ACCOUNT_UNKNOWN" | "ORIGIN_REFUSED" | "SALE_UNKNOWN" | "SALE_CONFLICT" | "SALE_UNPAID" | "SALE_PAID" | "SALE_INVOICED" | "SALE_EXPIRED" | "SALE_CANCELLED" | "SALE_CLAIMING" | "SALE_ERASED" | "CLAIM_CODE_WRONG" | "HOLDER_TOKEN_INVALID" | "REFUND_LINE_UNKNOWN" | "REFUND_TOO_LARGE" | "REFUND_CONFLICT" | "DIGEST_MALFORMED" | "PROVENANCE_UNKNOWN" | "PROVENANCE_EXISTS" | "PROVENANCE_PARENT_UNKNOWN" | "PROVENANCE_CYCLE" | "PROVENANCE_NOT_YOURS" | "PROVENANCE_ERASED" | "STATEMENT_SIGNATURE_WRONG" | "PROOF_PENDING" | "COMMIT_UNATTESTED" | "QUEUE_FULL" | "DEADLINE_EXCEEDED" | "DATABASE_UNAVAILABLE" | "DATABASE_UNSUITABLE" | "LEDGER_HANDING_OVER" | "HANDOVER_STATE_WRONG" | "ARCHIVE_BROKEN" | "ARCHIVE_UNSUPPORTED" | "ARCHIVE_KEY_WRONG" | "LOG_PRUNED" | "BACKUP_BROKEN" | "LEDGER_HELD" | "LEDGER_NOT_HELD" | "LEDGER_FORKED" | "LEDGER_EXISTS" | "LEDGER_UNAVAILABLE" | "LEDGER_CONTENDED" | "ENDORSEMENT_MISSING" | "CERTIFICATE_REFUSED" | "IDENTITY_ELSEWHERE" | "TRANSACTION_TIME_OFF" | "LEDGER_BROKEN" | "LOG_BROKEN" | "INTERNAL";
			/**
			 * Format: uuid
			 * @description As in the header X-Request-Id
			 */
			requestId: string;
			/** @description JSON Pointer of the wrong field */
			path?: string;
			/** @description Id of the rule that refused */
			rule?: string;
			found?: string;
			wanted?: string;
			/** @description With DOCUMENT_RULES_BROKEN: every rule that the document breaks */
			violations?: components["schemas"]["BrokenRule"][];
			/** @description With INVOICE_CONFLICT and SALE_INVOICED: the first answer for this order reference */
			existing?: {
				/**
				 * @description Invoice number: year 2, region 2, channel 1, sequence 15 digits
				 * @example 26440000000000000001
				 */
				number: string;
				/** @enum {string} */
				status: "issued";
				/** Format: date-time */
				issuedAt: string;
				/** @description True for a sandbox organisation: it is no invoice */
				test: boolean;
				totals: {
					allowances?: string;
					charges?: string;
					gross: string;
					lines?: string;
					net: string;
					payable?: string;
					prepaid?: string;
					rounding?: string;
					tax: string;
				};
				/** @description Text for the QR code on the paper (profile cn) */
				qr?: string;
				receipt: components["schemas"]["Receipt"];
				links: {
					self: string;
					proof: string;
				};
			};
		};
		/** @description A rule of EN 16931 that a document breaks */
		BrokenRule: {
			/**
			 * @description Id of the rule
			 * @example BR-CO-10
			 */
			rule: string;
			/** @enum {string} */
			severity: "fatal" | "warning";
			/** @description XPath of the element */
			path: string;
			text: string;
		};
		/** @description The ledger's signed word that the invoice is durable. docs/formats.md, Receipts */
		Receipt: {
			/** @enum {string} */
			mediaType: "application/vnd.lianpiao.receipt.v1+json";
			entry: string;
			index: number;
			path: string[];
			block: string;
			signature: {
				algorithm: string;
				keyId: string;
				value: string;
			};
		};
		Session: {
			/** @description Id of an organisation or a till */
			organisation: string;
			/** @enum {string} */
			role: "bureau" | "merchant" | "platform" | "company" | "provider" | "consumer" | "auditor";
			/** @description As registered */
			name: string;
			sandbox: boolean;
			keyId: string;
			/** @description Where the feed of changes stands: a stream from here on brings what is new */
			cursor: string;
		};
		/** @description docs/formats.md, Signed trust file */
		SignedTrustFile: {
			/** @enum {string} */
			mediaType: "application/vnd.lianpiao.trust.v2+json";
			name: string;
			version: number;
			/** @description RFC 3339 in UTC, whole seconds */
			issuedAt: string;
			roots: {
				/** @enum {string} */
				algorithm: "Ed25519" | "ES256";
				/** @description SPKI, base64 */
				publicKey: string;
			}[];
			threshold: number;
			logs: {
				origin: string;
				vkey: string;
				/** @description RFC 3339 in UTC, whole seconds */
				from?: string;
				/** @description RFC 3339 in UTC, whole seconds */
				until?: string;
				/** @description RFC 3339 in UTC, whole seconds */
				compromisedAt?: string;
				last?: {
					size: number;
					root: string;
				};
			}[];
			witnesses: {
				vkey: string;
				/** @description RFC 3339 in UTC, whole seconds */
				from?: string;
				/** @description RFC 3339 in UTC, whole seconds */
				until?: string;
				/** @description RFC 3339 in UTC, whole seconds */
				compromisedAt?: string;
			}[];
			quorums: {
				least: number;
				/** @description RFC 3339 in UTC, whole seconds */
				until?: string;
			}[];
			anchors: {
				chainId: number;
				contract: string;
			}[];
			signatures: {
				/** @enum {string} */
				algorithm: "Ed25519" | "ES256";
				/** @description SPKI, base64 */
				publicKey: string;
				value: string;
			}[];
		};
		/** @description docs/formats.md, Trust file */
		TrustFile: {
			/** @enum {string} */
			mediaType: "application/vnd.lianpiao.trust.v1+json";
			logs: {
				origin: string;
				vkey: string;
			}[];
			witnesses: {
				vkey: string;
			}[];
			quorum: number;
			anchors?: {
				chainId: number;
				contract: string;
			}[];
			commit?: {
				attesters: {
					vkey: string;
				}[];
				quorum: number;
			};
		};
		/** @description The final answer: the same bytes for every repetition of the request */
		Invoice: {
			/**
			 * @description Invoice number: year 2, region 2, channel 1, sequence 15 digits
			 * @example 26440000000000000001
			 */
			number: string;
			/** @enum {string} */
			status: "issued";
			/** Format: date-time */
			issuedAt: string;
			/** @description True for a sandbox organisation: it is no invoice */
			test: boolean;
			totals: {
				allowances?: string;
				charges?: string;
				gross: string;
				lines?: string;
				net: string;
				payable?: string;
				prepaid?: string;
				rounding?: string;
				tax: string;
			};
			/** @description Text for the QR code on the paper (profile cn) */
			qr?: string;
			receipt: components["schemas"]["Receipt"];
			links: {
				self: string;
				proof: string;
			};
		};
		InvoiceRequest: components["schemas"]["InvoiceRequestCn"] | components["schemas"]["InvoiceRequestEn16931"];
		/** @description Profile cn: every line has its rate and its tax; no adjustments */
		InvoiceRequestCn: {
			/** @enum {string} */
			profile?: "cn";
			/** @enum {string} */
			kind?: "ordinary" | "special";
			/** @description Id of an organisation or a till */
			till: string;
			/** @description The seller's own name for the sale: at most one invoice each */
			orderReference: string;
			/** @description Only to insist on the till's next number */
			number?: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, at most milliseconds
			 */
			soldAt?: string;
			seller?: {
				name?: string;
				taxId?: string;
			};
			buyer?: components["schemas"]["Party"];
			totals: components["schemas"]["Totals"];
			note?: string;
			/** @description Digests of what the sale rests on: the order, the record of the payment, the delivery note */
			trade?: {
				/**
				 * @description SHA-256 of the content
				 * @example sha256:5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f
				 */
				order?: string;
				/**
				 * @description SHA-256 of the content
				 * @example sha256:5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f
				 */
				payment?: string;
				/**
				 * @description SHA-256 of the content
				 * @example sha256:5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f
				 */
				delivery?: string;
			};
			/** @description Of a red invoice: the confirmed correction that it carries out; red invoices are issued by themselves */
			corrects?: {
				/** @description Id of an organisation or a till */
				correction: string;
				invoice: string;
			};
			/** @description The document that the request was read from, by its digest */
			original?: {
				/**
				 * @description SHA-256 of the content
				 * @example sha256:5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f
				 */
				digest: string;
				/** @enum {string} */
				mediaType: "application/xml";
			};
			/** @enum {string} */
			currency?: "CNY";
			lines: {
				name: string;
				classification?: string;
				specification?: string;
				unit?: string;
				quantity?: string;
				unitPrice?: string;
				baseQuantity?: string;
				allowance?: string;
				charge?: string;
				net: string;
				rate?: string;
				tax?: string;
				/** @enum {string} */
				taxCategory?: "standard" | "levy" | "exempt" | "untaxed";
			}[];
			adjustments?: {
				charge: boolean;
				amount: string;
				rate?: string;
				reason?: string;
				/** @enum {string} */
				taxCategory: "standard" | "levy" | "exempt" | "untaxed";
			}[];
			taxBreakdown?: {
				rate?: string;
				base: string;
				tax: string;
				/** @enum {string} */
				taxCategory: "standard" | "levy" | "exempt" | "untaxed";
			}[];
		};
		/** @description A Chinese taxpayer id (country CN or absent) has the right check character (GB 32100-2015) */
		Party: {
			name: string;
			taxId?: string;
			address?: string;
			phone?: string;
			bank?: string;
			account?: string;
			/** @description ISO 3166-1 alpha-2; CN when absent */
			country?: string;
		};
		/** @description Exactly the sums of the lines */
		Totals: {
			net: string;
			tax: string;
			gross: string;
			lines?: string;
			allowances?: string;
			charges?: string;
			prepaid?: string;
			rounding?: string;
			payable?: string;
		};
		/** @description Profile en16931: tax stands in the breakdown, rates are percentages */
		InvoiceRequestEn16931: {
			/** @enum {string} */
			profile: "en16931";
			/** @enum {string} */
			kind?: "ordinary" | "special";
			/** @description Id of an organisation or a till */
			till: string;
			/** @description The seller's own name for the sale: at most one invoice each */
			orderReference: string;
			/** @description Only to insist on the till's next number */
			number?: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, at most milliseconds
			 */
			soldAt?: string;
			seller?: {
				name?: string;
				taxId?: string;
			};
			buyer?: components["schemas"]["Party"];
			totals: components["schemas"]["Totals"];
			note?: string;
			/** @description Digests of what the sale rests on: the order, the record of the payment, the delivery note */
			trade?: {
				/**
				 * @description SHA-256 of the content
				 * @example sha256:5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f
				 */
				order?: string;
				/**
				 * @description SHA-256 of the content
				 * @example sha256:5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f
				 */
				payment?: string;
				/**
				 * @description SHA-256 of the content
				 * @example sha256:5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f
				 */
				delivery?: string;
			};
			/** @description Of a red invoice: the confirmed correction that it carries out; red invoices are issued by themselves */
			corrects?: {
				/** @description Id of an organisation or a till */
				correction: string;
				invoice: string;
			};
			/** @description The document that the request was read from, by its digest */
			original?: {
				/**
				 * @description SHA-256 of the content
				 * @example sha256:5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f
				 */
				digest: string;
				/** @enum {string} */
				mediaType: "application/xml";
			};
			currency?: string;
			lines: {
				name: string;
				classification?: string;
				specification?: string;
				unit?: string;
				quantity?: string;
				unitPrice?: string;
				baseQuantity?: string;
				allowance?: string;
				charge?: string;
				net: string;
				rate?: string;
				tax?: string;
				/** @enum {string} */
				taxCategory?: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M" | "B";
			}[];
			adjustments?: {
				charge: boolean;
				amount: string;
				rate?: string;
				reason?: string;
				/** @enum {string} */
				taxCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M" | "B";
			}[];
			taxBreakdown?: {
				rate?: string;
				base: string;
				tax: string;
				/** @enum {string} */
				taxCategory: "S" | "Z" | "E" | "AE" | "K" | "G" | "O" | "L" | "M" | "B";
			}[];
		};
		InvoiceSummary: {
			/**
			 * @description Invoice number: year 2, region 2, channel 1, sequence 15 digits
			 * @example 26440000000000000001
			 */
			number: string;
			/** @description Id of an organisation or a till */
			seller: string;
			/** @description Id of an organisation or a till */
			till: string;
			/** Format: date-time */
			issuedAt: string;
			/** @description Empty when the content was erased */
			currency: string;
			/** @description Empty when the content was erased */
			gross: string;
			test: boolean;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
		};
		FoundInvoice: {
			/**
			 * @description Invoice number: year 2, region 2, channel 1, sequence 15 digits
			 * @example 26440000000000000001
			 */
			number: string;
			/** @description Id of an organisation or a till */
			seller: string;
			/** @description Id of an organisation or a till */
			till: string;
			/** Format: date-time */
			issuedAt: string;
			/** @description Empty when the content was erased */
			currency: string;
			/** @description Empty when the content was erased */
			gross: string;
			test: boolean;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			/** @description As registered */
			sellerName: string | null;
			buyerTaxId: string | null;
		};
		InvoiceDetail: {
			/**
			 * @description Invoice number: year 2, region 2, channel 1, sequence 15 digits
			 * @example 26440000000000000001
			 */
			number: string;
			/** @description Id of an organisation or a till */
			seller: string;
			/** @description Id of an organisation or a till */
			till: string;
			/** Format: date-time */
			issuedAt: string;
			/** @description Empty when the content was erased */
			currency: string;
			/** @description Empty when the content was erased */
			gross: string;
			test: boolean;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			/** @enum {string} */
			status: "issued";
			/** @description Fields by name, lines as `line/1` and on; null when it was erased */
			content: ({
				header: {
					/** @description Of a red invoice: what it corrects */
					corrects?: {
						/** @description Id of an organisation or a till */
						correction: string;
						/**
						 * @description Invoice number: year 2, region 2, channel 1, sequence 15 digits
						 * @example 26440000000000000001
						 */
						invoice: string;
					};
					counter: number;
					currency: string;
					/** Format: date-time */
					issuedAt: string;
					/** @enum {string} */
					kind: "ordinary" | "special";
					/**
					 * @description Invoice number: year 2, region 2, channel 1, sequence 15 digits
					 * @example 26440000000000000001
					 */
					number: string;
					previous: string;
					/** @enum {string} */
					profile: "cn" | "en16931";
					rules: string;
					soldAt: string;
					test: boolean;
					/** @description Id of an organisation or a till */
					till: string;
					/** @enum {string} */
					type: "invoice";
				};
				seller: {
					name: string;
				} & {
					[key: string]: unknown;
				};
				orderReference: string;
				totals: {
					allowances?: string;
					charges?: string;
					gross: string;
					lines?: string;
					net: string;
					payable?: string;
					prepaid?: string;
					rounding?: string;
					tax: string;
				};
			} & {
				[key: string]: unknown;
			}) | null;
			entry: components["schemas"]["InvoiceEntry"];
			links: {
				proof: string;
				events: string;
			};
		};
		InvoiceEntry: {
			/** @enum {string} */
			type: "invoice.issued";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/**
			 * @description Invoice number: year 2, region 2, channel 1, sequence 15 digits
			 * @example 26440000000000000001
			 */
			number: string;
			/** @description Id of an organisation or a till */
			till: string;
			counter: number;
			/** @description SHA-256, hexadecimal */
			previous: string;
			/** @description SHA-256, hexadecimal */
			reference: string;
			/** @description Of an invoice that its till issued without the network: what the till says of it */
			offline?: {
				key: string;
				rules: string;
				/** @description Ed25519 by the till's device key, base64 */
				signature: string;
				/** Format: date-time */
				time: string;
			};
		};
		/** @description All that an offline verifier needs. docs/formats.md, Offline bundle */
		Bundle: {
			/** @enum {string} */
			mediaType: "application/vnd.lianpiao.bundle.v1+json" | "application/vnd.lianpiao.bundle.v2+json" | "application/vnd.lianpiao.bundle.v3+json";
			entry: string;
			proof: string;
			document: {
				fields: ({
					name: string;
					salt: string;
					value?: unknown;
				} | {
					/** @description SHA-256, hexadecimal */
					digest: string;
				})[];
			};
			anchors: {
				chainId: number;
				contract: string;
				transaction: string;
				block: number;
			}[];
			/** @description In version 2, and perhaps in 3: evidence that the entry was committed */
			commit?: {
				place: {
					block: number;
					transaction: number;
					id?: string;
				};
				proof: string;
			};
			/** @description In version 3: where the invoice stands, and the bundle that seals it */
			status?: {
				seal: {
					[key: string]: unknown;
				};
				path: string[];
				fields?: ({
					name: string;
					salt: string;
					value?: unknown;
				} | {
					/** @description SHA-256, hexadecimal */
					digest: string;
				})[];
				other?: {
					/** @description SHA-256, hexadecimal */
					key: string;
					/** @description SHA-256, hexadecimal */
					value: string;
				};
			};
		};
		Reason: {
			/** @description Why; kept with the act */
			reason: string;
		};
		/** @description Where an invoice stands, axis by axis. docs/life.md */
		InvoiceStatus: {
			/**
			 * @description Invoice number: year 2, region 2, channel 1, sequence 15 digits
			 * @example 26440000000000000001
			 */
			invoice: string;
			/** Format: date-time */
			asOf: string;
			/** @enum {string} */
			document: "issued" | "partly-red" | "wholly-red";
			/** @enum {string} */
			correction: "10" | "11" | "12" | "13" | "none" | "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09" | "completed";
			/** @enum {string} */
			use: "unused" | "selected" | "deducted";
			/** @enum {string} */
			booking: "not-booked" | "booking" | "02" | "03" | "04" | "05" | "failed" | "undoing" | "06" | "undo-failed";
			/** @enum {string} */
			claim: "free" | "reserved" | "expired" | "released" | "settled";
			/** @enum {string} */
			pledge: "free" | "pledged";
			clawbackDue: boolean;
			/** @description Id of an organisation or a till */
			lastCorrection: string | null;
			/** @description What of it nobody holds or took back; null when its content was erased */
			left: string | null;
		};
		UseChange: {
			/** @enum {string} */
			event: "select" | "unselect" | "deduct" | "roll-back";
			/** @description A claim of yours, where the invoice does not name you as its buyer; found when absent */
			claim?: string;
			/** @description Why; kept with the act */
			reason: string;
		};
		BookingChange: {
			/** @enum {string} */
			event: "book" | "booked-deductible" | "booked-not-deductible" | "booked-person" | "booked-person-not-deductible" | "booking-failed" | "undo" | "undone" | "undo-failed";
			/** @description A claim of yours, where the invoice does not name you as its buyer; found when absent */
			claim?: string;
			/** @description Why; kept with the act */
			reason: string;
		};
		/** @description A red-letter confirmation (红字信息确认单) */
		Correction: {
			/** @description Id of an organisation or a till */
			correction: string;
			/**
			 * @description Invoice number: year 2, region 2, channel 1, sequence 15 digits
			 * @example 26440000000000000001
			 */
			invoice: string;
			/** @description Id of an organisation or a till */
			seller: string;
			/** @enum {string} */
			by: "buyer" | "seller";
			/** @enum {string} */
			reason: "01" | "02" | "03" | "04";
			/** @enum {string} */
			status: "10" | "11" | "12" | "13" | "none" | "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09" | "completed";
			meaning: {
				en: string;
				zh: string;
			} | null;
			/** Format: date-time */
			until: string | null;
			/**
			 * @description The red invoice, once it is issued
			 * @example 26440000000000000001
			 */
			red: string | null;
			lines: {
				line: number;
				net: string;
				tax?: string;
			}[] | null;
			/** @description What was done, newest first, 100 at most */
			events: {
				sequence: number;
				type: string;
				/** Format: date-time */
				time: string;
				event?: string;
			}[];
		};
		CorrectionRequest: {
			/** @description Name it to be able to repeat the request; made by us when absent */
			correction?: string;
			invoice: string;
			/**
			 * @description 01 invoice error, 02 sales return, 03 service stopped, 04 sales allowance
			 * @enum {string}
			 */
			reasonCode: "01" | "02" | "03" | "04";
			/** @description What is taken back of each line of the blue invoice, in its order; all that is left when absent */
			lines?: {
				line: number;
				net: string;
				tax?: string;
			}[];
			/** @description A claim of yours, where the invoice does not name you as its buyer */
			claim?: string;
			/** @description Why; kept with the act */
			reason: string;
		};
		CorrectionList: {
			items: components["schemas"]["Correction"][];
			next: string | null;
		};
		CorrectionAnswer: {
			/** @description A claim of yours, where the invoice does not name you as its buyer; found when absent */
			claim?: string;
			/** @description Why; kept with the act */
			reason: string;
		};
		CorrectionVoid: {
			/** @enum {string} */
			event: "void-abnormal" | "void-blocked" | "void-refund" | "refuse-as-person";
			/** @description Why; kept with the act */
			reason: string;
		};
		Reservation: {
			/** @description Id of an organisation or a till */
			claim: string;
			/** @enum {string} */
			status: "reserved" | "expired" | "released" | "settled";
			/** Format: date-time */
			until: string;
			fence: number;
			invoices: {
				/**
				 * @description Invoice number: year 2, region 2, channel 1, sequence 15 digits
				 * @example 26440000000000000001
				 */
				invoice: string;
				amount: string;
				currency: string;
			}[] | null;
			/** @description True when more was settled than a later red letter left */
			clawbackDue: boolean;
			/** @description What was done, newest first, 100 at most */
			events: {
				sequence: number;
				type: string;
				/** Format: date-time */
				time: string;
				event?: string;
			}[];
		};
		/** @description All of these invoices are reserved, or none */
		ReservationRequest: {
			/** @description Name it to be able to repeat the request; made by us when absent */
			claim?: string;
			invoices: {
				invoice: string;
				amount: string;
				/** @default CNY */
				currency: string;
				/**
				 * Format: date
				 * @description As on the paper, where it does not name you
				 */
				date?: string;
				total?: string;
			}[];
			/** @description At most what the rule set in force allows; a day, or that, when absent */
			leaseSeconds?: number;
			/** @description Why; kept with the act */
			reason: string;
		};
		ReservationList: {
			items: components["schemas"]["Reservation"][];
			next: string | null;
		};
		ClaimEnd: {
			/** @description The newest fencing token */
			fence: number;
			/** @description Why; kept with the act */
			reason: string;
		};
		ClaimRenewal: {
			/** @description The newest fencing token */
			fence: number;
			/** @description At most what the rule set in force allows; a day, or that, when absent */
			leaseSeconds?: number;
			/** @description Why; kept with the act */
			reason: string;
		};
		Pledge: {
			/** @description Id of an organisation or a till */
			pledge: string;
			/**
			 * @description Invoice number: year 2, region 2, channel 1, sequence 15 digits
			 * @example 26440000000000000001
			 */
			invoice: string;
			/** @enum {string} */
			status: "pledged" | "released";
			/** @description What was done, newest first, 100 at most */
			events: {
				sequence: number;
				type: string;
				/** Format: date-time */
				time: string;
				event?: string;
			}[];
		};
		PledgeRequest: {
			/** @description Name it to be able to repeat the request; made by us when absent */
			pledge?: string;
			invoice: string;
			/** @description Id of an organisation or a till */
			financier: string;
			/** @description Why; kept with the act */
			reason: string;
		};
		PledgeList: {
			items: components["schemas"]["Pledge"][];
			next: string | null;
		};
		PledgeRelease: {
			/**
			 * @default released
			 * @enum {string}
			 */
			as: "released" | "settled";
			/** @description Why; kept with the act */
			reason: string;
		};
		/** @description A rule set of the ledger; the digest is the SHA-256 of the text */
		RuleSet: {
			version: string;
			/** @description SHA-256, hexadecimal */
			digest: string;
			text: string;
		};
		RulesPublication: {
			version: string;
			confirmHours: number;
			/** @description At most what the rule set in force allows; a day, or that, when absent */
			maxLeaseSeconds: number;
			maxClaims: number;
			offlineHours?: number;
			/** @description Why; kept with the act */
			reason: string;
		};
		/** @description Tax rates by their days, and what a line may be off by */
		CnRulesPublication: {
			version: string;
			rates: {
				/** @enum {string} */
				category: "standard" | "levy";
				rate: string;
				/** Format: date */
				from: string;
				/** Format: date */
				to?: string;
			}[];
			tolerance: string;
			/** @description Why; kept with the act */
			reason: string;
		};
		AccountingFields: {
			/**
			 * @description Invoice number: year 2, region 2, channel 1, sequence 15 digits
			 * @example 26440000000000000001
			 */
			InvoiceNumber: string;
			UnifiedSocialCreditCodeOfAccountingEntity: string;
			NameOfAccountingEntity: string;
			WhetherInvoiceHasBeenChecked: boolean;
			/** @description Booking 02 to 05 */
			WhetherInvoiceHasBeenBooked: boolean;
			/** @description The claim is settled */
			WhetherInvoiceHasBeenPaid: boolean;
			WhetherInvoiceHasBeenDeducted: boolean;
			TaxPeriodOfInvoiceDeduction?: string;
			InformationOfAccountingDocumentsTuple: {
				NumberOfAccountingDocuments: string;
				PostingDate: string;
				AccountingPeriod: string;
				SummaryOfAccountingDocuments: string;
				InformationOfDebitAndCreditEntryTuple: {
					/** @enum {string} */
					DebitOrCredit: "借方" | "贷方";
					NameOfGeneralLedgerSubject: string;
					NameOfSubsidiaryLedgerSubject?: string;
					RecordedAmount: string;
				}[];
			}[];
		};
		/** @description An invoice of the claim, and the documents of the own books that record it */
		AccountingRequest: {
			invoice: string;
			/** @default [] */
			documents: {
				number: string;
				/** Format: date */
				postingDate: string;
				period: string;
				summary: string;
				entries: {
					/** @enum {string} */
					side: "debit" | "credit";
					subject: string;
					subsidiary?: string;
					amount: string;
				}[];
			}[];
		};
		/** @description A public key on P-256 (RFC 7517) */
		PublicJwk: {
			/** @enum {string} */
			kty: "EC";
			/** @enum {string} */
			crv: "P-256";
			x: string;
			y: string;
		};
		Figures: {
			figures: string;
		};
		FiguresRequest: {
			/**
			 * Format: date
			 * @description First day, in China
			 */
			from: string;
			/**
			 * Format: date
			 * @description Last day, in China
			 */
			to: string;
			/** @default CNY */
			currency: string;
			/**
			 * @description Amounts: of each a claim `turnover-above-<amount>` is made
			 * @default []
			 */
			above: string[];
			holderKey: components["schemas"]["PublicJwk"];
		};
		ErasureReport: {
			/**
			 * @description Invoice number: year 2, region 2, channel 1, sequence 15 digits
			 * @example 26440000000000000001
			 */
			number: string;
			/** @description Null while the content stands */
			erased: {
				/** @description Place in the ledger, and in the public log */
				sequence: number;
				/** Format: date-time */
				time: string;
			} | null;
			attestations: components["schemas"]["ErasureAttestation"][];
			/** @description Holders that have not attested */
			missing: string[];
		};
		ErasureAttestation: {
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			/** Format: date-time */
			time: string;
			holder: string;
			/** @description Id of an organisation or a till */
			organisation: string;
			/** @description What it looked at; null when its words were not given to us */
			stores: string[] | null;
		};
		Sale: {
			id: string;
			/** @enum {string} */
			state: "unpaid" | "open" | "invoiced" | "expired" | "cancelled";
			/** @enum {string} */
			refunded: "none" | "part" | "whole";
			/** @description Id of an organisation or a till */
			seller: string;
			/** @description Id of an organisation or a till */
			till: string;
			/** Format: date */
			day: string;
			/** @description null when the content was erased */
			orderReference: string | null;
			/** @description Null while it is not paid, and when the content was erased */
			payment: {
				reference: string;
				method?: string;
				paidAt?: string;
			} | null;
			/** @description null when the content was erased */
			lines: ({
				name: string;
				net: string;
			} & {
				[key: string]: unknown;
			})[] | null;
			totals: {
				net: string;
				tax: string;
				gross: string;
			};
			/** @description null when the content was erased */
			soldAt: string | null;
			/** Format: date-time */
			createdAt: string;
			/** Format: date-time */
			expiresAt: string;
			/**
			 * @description The claim code in groups of four
			 * @example K7QM-3F9T-XW2B-HC8D-5RPA
			 */
			code: string | null;
			/** @description The claim page */
			url: string | null;
			/** @description Text of the receipt's QR code: the same address */
			qr: string | null;
			invoice: {
				/**
				 * @description Invoice number: year 2, region 2, channel 1, sequence 15 digits
				 * @example 26440000000000000001
				 */
				number: string;
				/** Format: date-time */
				issuedAt: string;
			} | null;
		};
		/** @description A sale of profile cn: an invoice request without its buyer, whom the claim will name */
		SaleRequest: {
			/** @enum {string} */
			profile?: "cn";
			/** @enum {string} */
			kind?: "ordinary" | "special";
			/** @description Id of an organisation or a till */
			till: string;
			/** @description The seller's own name for the sale: at most one invoice each */
			orderReference: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, at most milliseconds
			 */
			soldAt?: string;
			totals: components["schemas"]["Totals"];
			note?: string;
			/** @description Digests of what the sale rests on: the order, the record of the payment, the delivery note */
			trade?: {
				/**
				 * @description SHA-256 of the content
				 * @example sha256:5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f
				 */
				order?: string;
				/**
				 * @description SHA-256 of the content
				 * @example sha256:5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f
				 */
				payment?: string;
				/**
				 * @description SHA-256 of the content
				 * @example sha256:5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f
				 */
				delivery?: string;
			};
			/** @description The document that the request was read from, by its digest */
			original?: {
				/**
				 * @description SHA-256 of the content
				 * @example sha256:5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f
				 */
				digest: string;
				/** @enum {string} */
				mediaType: "application/xml";
			};
			/** @enum {string} */
			currency?: "CNY";
			lines: {
				name: string;
				classification?: string;
				specification?: string;
				unit?: string;
				quantity?: string;
				unitPrice?: string;
				baseQuantity?: string;
				allowance?: string;
				charge?: string;
				net: string;
				rate?: string;
				tax?: string;
				/** @enum {string} */
				taxCategory?: "standard" | "levy" | "exempt" | "untaxed";
			}[];
			adjustments?: {
				charge: boolean;
				amount: string;
				rate?: string;
				reason?: string;
				/** @enum {string} */
				taxCategory: "standard" | "levy" | "exempt" | "untaxed";
			}[];
			taxBreakdown?: {
				rate?: string;
				base: string;
				tax: string;
				/** @enum {string} */
				taxCategory: "standard" | "levy" | "exempt" | "untaxed";
			}[];
			/** @description Absent while the sale is not paid: nobody can claim its invoice until then */
			payment?: {
				/** @description The payment provider's name for the payment */
				reference: string;
				method?: string;
				/**
				 * Format: date-time
				 * @description RFC 3339 in UTC, at most milliseconds
				 */
				paidAt?: string;
			};
			/**
			 * Format: date-time
			 * @description Until then its invoice can be claimed; 90 days when absent, 366 at most
			 */
			expiresAt?: string;
		};
		/** @description What of the invoices of a day rests on a registered payment, till by till */
		Coverage: {
			/** Format: date */
			day: string;
			channels: {
				/** @description Id of an organisation or a till */
				till: string;
				invoices: number;
				withPayment: number;
			}[];
			/** @description Invoices that are not bound to a payment; 100 at most */
			flagged: string[];
			/** @description False when the day has more than 5,000 invoices: the last ones were looked at */
			complete: boolean;
		};
		Payment: {
			/** @description The payment provider's name for the payment */
			reference: string;
			method?: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, at most milliseconds
			 */
			paidAt?: string;
		};
		SaleSummary: {
			/** Format: date */
			day: string;
			/** @description Id of an organisation or a till */
			till: string | null;
			sums: {
				/** @enum {string} */
				state: "unpaid" | "open" | "invoiced" | "expired" | "cancelled";
				count: number;
				net: string;
				tax: string;
				gross: string;
			}[];
			/** @description False when there are more than 100,000 sales: the first ones were added up */
			complete: boolean;
		};
		Refund: {
			id: string;
			sale: string;
			/**
			 * @description prepared: to be red-lettered; not-needed: the sale was cancelled before it was invoiced
			 * @enum {string}
			 */
			state: "prepared" | "not-needed";
			/**
			 * @description Invoice number: year 2, region 2, channel 1, sequence 15 digits
			 * @example 26440000000000000001
			 */
			invoice: string | null;
			/** Format: date */
			day: string;
			/** Format: date-time */
			createdAt: string;
			gross: string;
			/** @description null when the content was erased */
			refundReference: string | null;
			/** @description null when the content was erased */
			reason: string | null;
			/** @description null when the content was erased */
			lines: {
				line: number;
				net: string;
				tax?: string;
			}[] | null;
			/** @description null when the content was erased */
			totals: {
				net: string;
				tax: string;
				gross: string;
			} | null;
		};
		RefundRequest: {
			/** @description The seller's own name for the refund: at most one each */
			refundReference: string;
			/** @description What is given back of each line, with the signs of the line */
			lines: {
				/** @description Of the sale, from 1 */
				line: number;
				net: string;
				tax?: string;
			}[];
			/** @description Why; kept with the act */
			reason: string;
		};
		/** @description What one needs to fill in a title; never a buyer */
		ClaimView: {
			/** @enum {string} */
			state: "unpaid" | "open" | "invoiced" | "expired" | "cancelled";
			seller: {
				name: string;
				taxId?: string;
			};
			soldAt: string;
			/** Format: date-time */
			expiresAt: string;
			/** @enum {string} */
			kind: "ordinary" | "special";
			currency: string;
			totals: {
				net: string;
				tax: string;
				gross: string;
			};
			test: boolean;
			invoice: {
				/**
				 * @description Invoice number: year 2, region 2, channel 1, sequence 15 digits
				 * @example 26440000000000000001
				 */
				number: string;
				/** Format: date-time */
				issuedAt: string;
			} | null;
		};
		Claim: {
			invoice: components["schemas"]["Invoice"];
			/** @description Opens this invoice again, in the header Holder-Token */
			holderToken: string;
			/** @description True when the buyer is a registered company, which finds the invoice by itself */
			inbox: boolean;
			links: {
				invoice: string;
				proof: string;
				pdf: string;
			};
		};
		ClaimRequest: {
			/** @description The title: a name; the taxpayer id for a company */
			buyer: {
				name: string;
				taxId?: string;
				address?: string;
				phone?: string;
				bank?: string;
				account?: string;
				/** @description ISO 3166-1 alpha-2; CN when absent */
				country?: string;
			};
		};
		/** @description An invoice that its holder handed to a company */
		Handover: {
			/**
			 * @description Invoice number: year 2, region 2, channel 1, sequence 15 digits
			 * @example 26440000000000000001
			 */
			invoice: string;
			/** @description Id of an organisation or a till */
			company: string;
			/** @description Of the company, as registered */
			name: string;
			/** Format: date-time */
			handedAt: string;
		};
		HandoverRequest: {
			/** @description Who shall reimburse it */
			company: string;
		};
		CompanyNamed: {
			/** @description Id of an organisation or a till */
			company: string;
			/** @description Of the company, as registered */
			name: string;
		};
		/** @description By which rules the document was judged */
		RulesReport: {
			/** @enum {string} */
			profile: "cn" | "en16931";
			/**
			 * @description official: the validation artefacts of EN 16931 and the ledger's rules; own: the ledger's rules alone
			 * @enum {string}
			 */
			by: "official" | "own";
			/** @description Edition of the official rules */
			edition?: string;
			warnings: components["schemas"]["BrokenRule"][];
		};
		/** @description What the reader noticed without refusing the document */
		ImportWarning: {
			/** @enum {string} */
			code: "TAXPAYER_ID_CHECK" | "TAXPAYER_ID_MALFORMED" | "CAPITALS_DIFFER" | "NUMBERS_DIFFER" | "CURRENCIES_DIFFER" | "LINE_AMOUNT_DIFFERS" | "TEXT_SHORTENED" | "PART_NOT_CARRIED";
			path: string;
			message: string;
		};
		EvidenceRequest: {
			numbers: string[];
			/**
			 * @description Beside the bundles; `original` where there is one
			 * @default [
			 *       "original",
			 *       "pdf"
			 *     ]
			 */
			documents: ("original" | "pdf" | "ubl" | "einvoice")[];
			/** @description Axes of the status that each bundle proves and shows, or `all`; without it bundles tell of the issue alone */
			status?: ("all" | "document" | "correction" | "use" | "booking" | "claim" | "pledge" | "amounts")[];
			/**
			 * @default archive
			 * @enum {string}
			 */
			purpose: "archive" | "audit" | "dispute";
		};
		OrganisationRegistration: {
			/** @description Id of an organisation or a till */
			organisation: string;
			/** @enum {string} */
			role: "bureau" | "merchant" | "platform" | "company" | "provider" | "consumer" | "auditor";
			/** @default false */
			sandbox: boolean;
			party: components["schemas"]["Party"];
			/** @description Numbers a year, for whoever sells */
			quota?: number;
			/** @description Why; kept with the act */
			reason: string;
		};
		Organisation: {
			/** @description Id of an organisation or a till */
			organisation: string;
			/** @enum {string} */
			role: "bureau" | "merchant" | "platform" | "company" | "provider" | "consumer" | "auditor";
			sandbox: boolean;
			party: ({
				name: string;
			} & {
				[key: string]: unknown;
			}) | null;
			quota: number | null;
			/** @description Numbers allotted, by two-digit year */
			allotted: {
				[key: string]: number;
			};
		};
		TillRegistration: {
			/** @description Id of an organisation or a till */
			till: string;
			/** @description Id of an organisation or a till */
			seller: string;
			/** @description Why; kept with the act */
			reason: string;
		};
		RangeAllotment: {
			/** @description Id of an organisation or a till */
			seller: string;
			/** @description Year (2 digits), region (2), channel (1) */
			prefix: string;
			from: number;
			to: number;
			/** @description Why; kept with the act */
			reason: string;
		};
		RangeAssignment: {
			/** @description Id of an organisation or a till */
			till: string;
			/** @description Year (2 digits), region (2), channel (1) */
			prefix: string;
			from: number;
			to: number;
			/** @description Why; kept with the act */
			reason: string;
		};
		Delegation: {
			/** @description Id of an organisation or a till */
			agent: string;
			/** @description Why; kept with the act */
			reason: string;
		};
		Act: {
			/** @enum {string} */
			type: "organisation.registered";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			organisation: string;
			/** @enum {string} */
			role: "bureau" | "merchant" | "platform" | "company" | "provider" | "consumer" | "auditor";
			sandbox: boolean;
			publicKey: string;
			/** @description SHA-256, hexadecimal */
			party: string;
			/** @description SHA-256, hexadecimal */
			taxpayer?: string;
			quota?: number;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "till.registered";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			till: string;
			/** @description Id of an organisation or a till */
			seller: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "till.key-registered";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			till: string;
			/** @description Ed25519, 32 bytes, base64 */
			key: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "till.key-revoked";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			till: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "outage.closed";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			till: string;
			from: number;
			to: number;
			count: number;
			/** @description SHA-256, hexadecimal */
			first: string;
			/** @description SHA-256, hexadecimal */
			last: string;
			key: string;
			/** @description Ed25519 by the till's device key, base64 */
			signature: string;
			/** Format: date-time */
			signedAt: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "delegation.granted";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			seller: string;
			/** @description Id of an organisation or a till */
			agent: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "delegation.revoked";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			seller: string;
			/** @description Id of an organisation or a till */
			agent: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "range.allotted";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			seller: string;
			prefix: string;
			from: number;
			to: number;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "range.assigned";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			till: string;
			prefix: string;
			from: number;
			to: number;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "act.recorded";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @example api-key.created */
			act: string;
			subject: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "provenance.registered";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description SHA-256 with its name */
			digest: string;
			/** @enum {string} */
			kind: "document" | "dataset" | "work" | "item";
			parents: string[];
			/** @description Id of an organisation or a till */
			registrant: string;
			/** @description SHA-256, hexadecimal */
			signer: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "provenance.event";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description SHA-256 with its name */
			digest: string;
			/** @enum {string} */
			event: "licensed" | "transferred" | "used";
			/** @description Id of an organisation or a till */
			organisation: string;
			/** @description Id of an organisation or a till */
			to?: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "resource.registered";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			resource: string;
			/** @description Id of an organisation or a till */
			owner: string;
			/** @description Id of an organisation or a till */
			controller: string;
			/** @enum {boolean} */
			personal?: true;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "resource.transferred";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			resource: string;
			/** @description Id of an organisation or a till */
			owner: string;
			/** @description Id of an organisation or a till */
			controller: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "grant.granted";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			grant: string;
			/** @description Id of an organisation or a till */
			resource: string;
			/** @description Id of an organisation or a till */
			provider: string;
			/** @description Id of an organisation or a till */
			consumer: string;
			/** @enum {string} */
			right: "use" | "operate";
			/** @description Id of an organisation or a till */
			parent?: string;
			from: string;
			until: string;
			/** @enum {number} */
			version?: 2;
			/** @enum {string} */
			basis?: "statutory-duty" | "procurement" | "authorised-service" | "commissioned-project" | "joint-building" | "emergency";
			keepDays?: number;
			/** @description ISO 3166-1 alpha-2 */
			region?: string;
			reviewBy?: string;
			/** @description Id of an organisation or a till */
			consent?: string;
			/** @description Id of an organisation or a till */
			approval?: string;
			/** @description Id of an organisation or a till */
			standing?: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "grant.paused";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			grant: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "grant.resumed";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			grant: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "grant.revoked";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			grant: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "consent.given";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			consent: string;
			/** @description Id of an organisation or a till */
			resource: string;
			subject: string;
			/** @description SHA-256 of the text that was shown */
			text: string;
			textVersion: string;
			/** @description Whom it lets have the data */
			consumer?: string;
			until?: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "consent.withdrawn";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			consent: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "crossing.approved";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			approval: string;
			/** @description Id of an organisation or a till */
			resource: string;
			/** @description Id of an organisation or a till */
			consumer: string;
			/** @description ISO 3166-1 alpha-2 */
			region: string;
			until: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "crossing.withdrawn";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			approval: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "grant.revocation-proposed";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			grant: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "grant.revocation-countersigned";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			grant: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "grant.deletion-attested";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			grant: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "grant.reviewed";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			grant: string;
			upheld: boolean;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "request.made";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			request: string;
			/** @description Id of an organisation or a till */
			resource: string;
			/** @description Id of an organisation or a till */
			consumer: string;
			/** @enum {string} */
			basis: "statutory-duty" | "procurement" | "authorised-service" | "commissioned-project" | "joint-building" | "emergency";
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "request.answered";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			request: string;
			/** @description Id of an organisation or a till */
			grant?: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "request.escalated";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			request: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "standing.opened";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			standing: string;
			/** @description Id of an organisation or a till */
			resource: string;
			/** @description Id of an organisation or a till */
			provider: string;
			/** @description Id of an organisation or a till */
			consumer: string;
			days: number;
			until: string;
			/** @enum {string} */
			basis: "statutory-duty" | "procurement" | "authorised-service" | "commissioned-project" | "joint-building" | "emergency";
			keepDays: number;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "standing.closed";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			standing: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "audit.sealed";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			first: number;
			count: number;
			/** @description SHA-256, hexadecimal */
			root: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "status.sealed";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			number: number;
			covers: number;
			changes: number;
			/** @description SHA-256, hexadecimal */
			root: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "division.registered";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			division: string;
			parent?: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "organisation.placed";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			organisation: string;
			division: string;
			/** @description Id of an organisation or a till */
			superior?: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "duty.assigned";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			duty: string;
			version: number;
			/** @description Id of an organisation or a till */
			organisation: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "schema.registered";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			schema: string;
			version: number;
			/** @description Id of an organisation or a till */
			owner: string;
			/** @description SHA-256, hexadecimal */
			digest: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "catalogue.published";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			entry: string;
			version: number;
			/** @description Id of an organisation or a till */
			duty: string;
			/** @description Id of an organisation or a till */
			owner: string;
			/** @description Id of an organisation or a till */
			steward: string;
			/** @description SHA-256, hexadecimal */
			datum: string;
			/** @description Id of an organisation or a till */
			source?: string;
			grade: number;
			/** @enum {string} */
			class: "public-service" | "government" | "scientific" | "enterprise" | "personal";
			/** @enum {string} */
			openness: "open" | "conditional" | "closed";
			/** @enum {string} */
			sector: "industry" | "agriculture" | "commerce" | "transport" | "finance" | "science" | "culture-tourism" | "health" | "emergency" | "weather" | "city" | "green";
			/** @enum {string} */
			stage: "collected" | "integrated" | "stored" | "shared" | "retired";
			/** @description Id of an organisation or a till */
			schema?: string;
			schemaVersion?: number;
			/** @description SHA-256, hexadecimal */
			evidence?: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "catalogue.regraded";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			entry: string;
			version: number;
			grade: number;
			/** @enum {string} */
			class: "public-service" | "government" | "scientific" | "enterprise" | "personal";
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "catalogue.transferred";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			entry: string;
			version: number;
			/** @description Id of an organisation or a till */
			duty: string;
			/** @description Id of an organisation or a till */
			owner: string;
			/** @description Id of an organisation or a till */
			steward: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "catalogue.approved";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			entry: string;
			/** @description Id of an organisation or a till */
			consumer: string;
			/** @enum {string} */
			right: "use" | "operate";
			until: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "catalogue.placed";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			resource: string;
			/** @description Id of an organisation or a till */
			entry: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "catalogue.quarantined";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			resource: string;
			/** @description Id of an organisation or a till */
			schema: string;
			version: number;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "catalogue.released";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			resource: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "feedback.given";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			feedback: string;
			/** @description Id of an organisation or a till */
			entry: string;
			/** @description Id of an organisation or a till */
			from: string;
			/** @enum {string} */
			kind: "wrong" | "missing" | "late" | "unreadable";
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "feedback.answered";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			feedback: string;
			/** @enum {string} */
			outcome: "corrected" | "declined";
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "feedback.closed";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			feedback: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "supervision.stated";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			authority: string;
			/** @description Id of an organisation or a till */
			object: string;
			/** @enum {string} */
			method: "inspection" | "sampling" | "report" | "audit-log";
			intervalDays: number;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "supervision.looked";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			authority: string;
			/** @description Id of an organisation or a till */
			object: string;
			/** @enum {string} */
			method: "inspection" | "sampling" | "report" | "audit-log";
			number: number;
			/** @enum {string} */
			finding: "none" | "open";
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "receipt.provided";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			grant: string;
			first: number;
			count: number;
			/** @description SHA-256, hexadecimal */
			root: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "receipt.acknowledged";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			grant: string;
			first: number;
			count: number;
			/** @description SHA-256, hexadecimal */
			root: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "receipt.disputed";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			grant: string;
			first: number;
			count: number;
			/** @description SHA-256, hexadecimal */
			root: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "template.approved";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			template: string;
			version: number;
			/** @description Id of an organisation or a till */
			resource: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "template.withdrawn";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			template: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "export.permitted";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			grant: string;
			/** @description Id of an organisation or a till */
			run: string;
			/** @description SHA-256, hexadecimal */
			result: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "export.refused";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			grant: string;
			/** @description Id of an organisation or a till */
			run: string;
			/** @description SHA-256, hexadecimal */
			result: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "use.changed";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/**
			 * @description Invoice number: year 2, region 2, channel 1, sequence 15 digits
			 * @example 26440000000000000001
			 */
			invoice: string;
			/** @description Id of an organisation or a till */
			seller: string;
			/** @enum {string} */
			event: "select" | "unselect" | "deduct" | "roll-back";
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "booking.changed";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/**
			 * @description Invoice number: year 2, region 2, channel 1, sequence 15 digits
			 * @example 26440000000000000001
			 */
			invoice: string;
			/** @description Id of an organisation or a till */
			seller: string;
			/** @enum {string} */
			event: "book" | "booked-deductible" | "booked-not-deductible" | "booked-person" | "booked-person-not-deductible" | "booking-failed" | "undo" | "undone" | "undo-failed";
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "correction.requested";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/**
			 * @description Invoice number: year 2, region 2, channel 1, sequence 15 digits
			 * @example 26440000000000000001
			 */
			invoice: string;
			/** @description Id of an organisation or a till */
			seller: string;
			/** @description Id of an organisation or a till */
			correction: string;
			/** @enum {string} */
			event: "request-alone" | "request-of-buyer" | "request-of-seller" | "confirm" | "refuse" | "refuse-as-person" | "withdraw" | "withdraw-confirmed" | "void-abnormal" | "void-blocked" | "void-refund" | "complete";
			/** @enum {string} */
			reason: "01" | "02" | "03" | "04";
			/** Format: date-time */
			until?: string;
			/** @description Version and digest of the rule set */
			rules: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "correction.changed";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			correction: string;
			/** @enum {string} */
			event: "request-alone" | "request-of-buyer" | "request-of-seller" | "confirm" | "refuse" | "refuse-as-person" | "withdraw" | "withdraw-confirmed" | "void-abnormal" | "void-blocked" | "void-refund" | "complete";
			/** @enum {string} */
			as: "bureau" | "buyer" | "seller";
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "correction.completed";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			correction: string;
			/**
			 * @description Invoice number: year 2, region 2, channel 1, sequence 15 digits
			 * @example 26440000000000000001
			 */
			red: string;
			/** @enum {string} */
			event: "correct-part" | "correct-rest";
			clawback: boolean;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "claim.reserved";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			claim: string;
			invoices: {
				/**
				 * @description Invoice number: year 2, region 2, channel 1, sequence 15 digits
				 * @example 26440000000000000001
				 */
				invoice: string;
				/** @description Id of an organisation or a till */
				seller: string;
			}[];
			/** @description SHA-256, hexadecimal */
			holder: string;
			/** Format: date-time */
			until: string;
			fence: number;
			/** @description Version and digest of the rule set */
			rules: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "claim.changed";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			claim: string;
			/** @enum {string} */
			event: "reserve" | "renew" | "release" | "settle";
			fence: number;
			/** Format: date-time */
			until?: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "pledge.made";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/**
			 * @description Invoice number: year 2, region 2, channel 1, sequence 15 digits
			 * @example 26440000000000000001
			 */
			invoice: string;
			/** @description Id of an organisation or a till */
			seller: string;
			/** @description Id of an organisation or a till */
			pledge: string;
			/** @description SHA-256, hexadecimal */
			financier: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "pledge.released";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @description Id of an organisation or a till */
			pledge: string;
			/** @enum {string} */
			reason: "released" | "settled";
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "rules.published";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			/** @enum {string} */
			set: "life" | "cn";
			version: string;
			/** @description SHA-256, hexadecimal */
			digest: string;
			text: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "ledger.handed-over";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			origin: string;
			size: number;
			/** @description SHA-256, hexadecimal */
			root: string;
			/** @description SHA-256, hexadecimal */
			lastBlock: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		} | {
			/** @enum {string} */
			type: "ledger.taken-over";
			/** Format: date-time */
			time: string;
			/** @description SHA-256, hexadecimal */
			commitment: string;
			pages: number;
			/** @description SHA-256, hexadecimal */
			digest: string;
			erased: number;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why, as far as they are no members of the entry; null when it was erased */
			record: {
				who?: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what?: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why?: string;
			} | null;
		};
		NewApiKey: {
			id: string;
			/** @description Id of an organisation or a till */
			organisation: string;
			/** @enum {string} */
			role: "bureau" | "merchant" | "platform" | "company" | "provider" | "consumer" | "auditor";
			label: string;
			/** @description SHA-256 of a client certificate's DER in base64url (`x5t#S256` of RFC 8705) */
			certificate?: string;
			/** @description Shown this once */
			apiKey: string;
		};
		ApiKeyRequest: {
			/** @description Id of an organisation or a till */
			organisation: string;
			label: string;
			/** @description The key is then taken over connections with this client certificate alone: `x5t#S256` of RFC 8705 */
			certificate?: string;
			/** @description Why; kept with the act */
			reason: string;
		};
		ApiKey: {
			id: string;
			/** @description Id of an organisation or a till */
			organisation: string;
			/** @enum {string} */
			role: "bureau" | "merchant" | "platform" | "company" | "provider" | "consumer" | "auditor";
			label: string;
			/** @description Milliseconds since 1970 */
			createdAt: number;
			revokedAt: number | null;
			/** @description SHA-256 of a client certificate's DER in base64url (`x5t#S256` of RFC 8705) */
			certificate: string | null;
		};
		ListedOrganisation: {
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			/** @description Id of an organisation or a till */
			organisation: string;
			/** @enum {string} */
			role: "bureau" | "merchant" | "platform" | "company" | "provider" | "consumer" | "auditor";
			sandbox: boolean;
			name: string | null;
			taxId: string | null;
			/** @description Numbers a year, for whoever sells */
			quota: number | null;
			/** @description Numbers allotted, by two-digit year */
			allotted: {
				[key: string]: number;
			};
			/** @description This year's numbers that no till has yet */
			left: number;
			/** Format: date-time */
			registeredAt: string;
		};
		ListedTill: {
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			/** @description Id of an organisation or a till */
			till: string;
			/** @description Id of an organisation or a till */
			seller: string;
			sellerName: string | null;
			/** @description Invoices of its chain */
			issued: number;
			/** @description This year's numbers that it has */
			left: number;
			ranges: components["schemas"]["NumberRange"][];
			/** Format: date-time */
			registeredAt: string;
		};
		/** @description Numbers that are left: prefix, the next sequence, the last one */
		NumberRange: {
			prefix: string;
			next: number;
			to: number;
		};
		TillKey: {
			/** @description Ed25519 public key (RFC 8032), 32 bytes, base64 */
			key: string;
			/** @description Why; kept with the act */
			reason: string;
		};
		TillBook: {
			/** @description Id of an organisation or a till */
			till: string;
			/** @description Id of an organisation or a till */
			seller: string;
			sandbox: boolean;
			opening: {
				text: string;
				salt: string;
			};
			/** @description SHA-256, hexadecimal */
			party: string;
			device: {
				id: string;
				/** @description Ed25519 public key, 32 bytes, base64 */
				key: string;
			};
			head: {
				counter: number;
				/** @description SHA-256, hexadecimal */
				last: string;
				ranges: {
					prefix: string;
					next: number;
					to: number;
				}[];
				/** @description The till's time of its last invoice, and where the reports began that no record has closed */
				offline?: {
					/** Format: date-time */
					time: string;
					from?: number;
					/** @description SHA-256, hexadecimal */
					first?: string;
				};
			};
			rules: {
				cn: {
					version: string;
					/** @description SHA-256, hexadecimal */
					digest: string;
					text: string;
				} | null;
				life: {
					version: string;
					/** @description SHA-256, hexadecimal */
					digest: string;
					text: string;
				} | null;
			};
			/** Format: date-time */
			ledgerTime: string;
		};
		/** @description A till's collective record of what it reported since the last one */
		Outage: {
			from: number;
			to: number;
			count: number;
			first: string;
			last: string;
			key: string;
			/** @description Ed25519 by the device key, base64 */
			signature: string;
			signedAt: string;
			/** @description Why; kept with the act */
			reason: string;
		};
		ProvenanceRegistration: {
			statement: components["schemas"]["ProvenanceStatement"];
			signature: components["schemas"]["SourceSignature"];
			/** @description Kept private */
			description?: string;
		};
		/** @description What the source signs, as RFC 8785 text. docs/formats.md, Provenance statements */
		ProvenanceStatement: {
			/** @enum {string} */
			mediaType: "application/vnd.lianpiao.provenance-statement.v1+json";
			/**
			 * @description SHA-256 of the content
			 * @example sha256:5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f
			 */
			digest: string;
			/** @enum {string} */
			kind: "document" | "dataset" | "work" | "item";
			/** @description Who or what made it */
			source: string;
			/** @description How it was made */
			method: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, at most milliseconds
			 */
			madeAt: string;
			/** @description What it was made from, all registered before; none twice */
			parents: string[];
		};
		SourceSignature: {
			/** @enum {string} */
			algorithm: "Ed25519" | "ES256";
			/** @description SPKI (DER), base64 */
			publicKey: string;
			/** @description 64 bytes in base64; r ‖ s for ES256 */
			value: string;
		};
		Content: {
			/** @description SHA-256 with its name */
			digest: string;
			/** @description Who has the rights by the ledger: evidence, not a legal title */
			holder: string;
			/** @description Registrations, the first one first; later ones confirm */
			items: components["schemas"]["Registration"][];
			/** @description Pass it as `after` for the next page; null at the end */
			next: string | null;
		};
		Registration: {
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			/** Format: date-time */
			time: string;
			/** @description Id of an organisation or a till */
			registrant: string;
			/** @description True for a sandbox organisation: worth nothing */
			test: boolean;
			/** @enum {string} */
			kind: "document" | "dataset" | "work" | "item";
			parents: string[];
			/** @description SHA-256 of the source's public key (SPKI) */
			signer: string;
			/**
			 * @description The source's signature, verified again now; erased: the statement is gone, it was valid when recorded
			 * @enum {string}
			 */
			signature: "valid" | "wrong" | "erased";
			/** @description Statement, signature and description: for the registrant and for supervisors */
			content?: {
				[key: string]: unknown;
			};
		};
		ProvenanceEventRequest: {
			/** @enum {string} */
			event: "licensed" | "transferred" | "used";
			/** @description Who gets the licence or the rights */
			to?: string;
			/** @description Kept private */
			terms?: string;
			/** @description Why; kept with the act */
			reason: string;
		};
		ProvenanceErasure: {
			/** @description Which registration or event of the content */
			sequence: number;
			/** @description Why; kept with the act */
			reason: string;
		};
		LineageLink: {
			/** @description SHA-256 with its name */
			child: string;
			/** @description SHA-256 with its name */
			parent: string;
			/** @description Whose claim it is */
			by: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			depth: number;
			/**
			 * @description Of items: missing is a gap, the parent was never transferred or licensed to `by`
			 * @enum {string}
			 */
			handover?: "recorded" | "missing";
		};
		/** @description W3C PROV-JSON. docs/formats.md, PROV-JSON */
		ProvDocument: {
			prefix: {
				[key: string]: string;
			};
			entity: {
				[key: string]: unknown;
			};
		} & {
			[key: string]: unknown;
		};
		ResourceRegistration: {
			/** @description Id of an organisation or a till */
			resource: string;
			/** @description The caller when absent */
			owner?: string;
			title: string;
			description?: string;
			source: {
				/** @description Name that the operator gave a connection */
				connection: string;
				/** @description Name of a field: a column of a table or of a CSV file */
				table: string;
				/** @description Column with a unique index; rows come in its order */
				key: string;
			} | {
				/** @description Id of an organisation or a till */
				connection: string;
				file: string;
			} | {
				/** @description Id of an organisation or a till */
				connection: string;
				/** @description Collection of an HTTP service */
				collection: string;
			};
			/**
			 * @description It holds data on persons: access needs their consent
			 * @enum {boolean}
			 */
			personal?: true;
			fields: {
				/** @description Name of a field: a column of a table or of a CSV file */
				name: string;
				/**
				 * @description Of a CSV file only: a table knows its own types
				 * @default text
				 * @enum {string}
				 */
				type: "text" | "number" | "boolean";
			}[];
			/** @description Why; kept with the act */
			reason: string;
		};
		CatalogueEntry: {
			/** @description Id of an organisation or a till */
			resource: string;
			/** @description Id of an organisation or a till */
			owner: string;
			/** @description Id of an organisation or a till */
			controller: string;
			title: string;
			description: string | null;
			fields: {
				/** @description Name of a field: a column of a table or of a CSV file */
				name: string;
				/** @enum {string} */
				type: "text" | "number" | "boolean" | "time";
			}[];
			/** Format: date-time */
			registeredAt: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
		};
		Resource: {
			/** @description Id of an organisation or a till */
			resource: string;
			/** @description Id of an organisation or a till */
			owner: string;
			/** @description Id of an organisation or a till */
			controller: string;
			title: string;
			description: string | null;
			fields: {
				/** @description Name of a field: a column of a table or of a CSV file */
				name: string;
				/** @enum {string} */
				type: "text" | "number" | "boolean" | "time";
			}[];
			/** Format: date-time */
			registeredAt: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			/** @description For the controller and supervisors; null for others */
			source: {
				/** @description Id of an organisation or a till */
				connection: string;
				table?: string;
				key?: string;
				file?: string;
				collection?: string;
			} | null;
		};
		/** @description Owner and controller from now on */
		ResourceTransfer: {
			/** @description Id of an organisation or a till */
			owner: string;
			/** @description Id of an organisation or a till */
			controller: string;
			/** @description Why; kept with the act */
			reason: string;
		};
		GrantRequest: {
			/** @description Name it to be able to repeat the request; made by us when absent */
			grant?: string;
			/** @description Id of an organisation or a till */
			resource: string;
			/** @description Id of an organisation or a till */
			consumer: string;
			/**
			 * @default use
			 * @enum {string}
			 */
			right: "use" | "operate";
			/** @description The `operate` grant that a sub-grant rests on */
			parent?: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC
			 */
			from?: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC
			 */
			until: string;
			purpose: {
				code: string;
				text: string;
			};
			fields: string[];
			/** @default [] */
			rows: components["schemas"]["Condition"][];
			liability?: string;
			handling?: components["schemas"]["Handling"];
			conditions?: components["schemas"]["GrantConditions"];
			/** @description Of the data subject: a resource on persons needs one */
			consent?: string;
			/** @description The bureau's, for use in another region */
			approval?: string;
			/** @description Why; kept with the act */
			reason: string;
		};
		/** @description All conditions of a list must hold. docs/formats.md, Filters */
		Condition: {
			/** @description Name of a field: a column of a table or of a CSV file */
			field: string;
			/** @enum {string} */
			op: "eq" | "ne" | "lt" | "le" | "gt" | "ge";
			value: string | number | boolean;
		} | {
			/** @description Name of a field: a column of a table or of a CSV file */
			field: string;
			/** @enum {string} */
			op: "in";
			value: (string | number | boolean)[];
		};
		/**
		 * @description In which form data leaves. docs/formats.md, Handling
		 * @default {
		 *       "level": "raw",
		 *       "masks": {},
		 *       "marked": true
		 *     }
		 */
		Handling: {
			/**
			 * @default raw
			 * @enum {string}
			 */
			level: "raw" | "masked" | "aggregate";
			/** @default {} */
			masks: {
				[key: string]: "pseudonym" | "first" | "month" | "hidden";
			};
			/**
			 * @description Rows leave in an order that marks this consumer's copy
			 * @default true
			 */
			marked: boolean;
		};
		GrantConditions: {
			/** @description What the grant rests on, with what that kind requires: docs/formats.md, Conditions of grants */
			basis: {
				/** @enum {string} */
				kind: "statutory-duty" | "procurement" | "authorised-service" | "commissioned-project" | "joint-building" | "emergency";
			} & {
				[key: string]: string;
			};
			modes: ("view" | "store" | "query" | "stream")[];
			/** @default null */
			frequency: {
				count: number;
				/** @enum {string} */
				per: "hour" | "day" | "month";
			} | null;
			/** @description Days that the data may be kept after the end */
			keepDays: number;
			/**
			 * @description Where the data is used: ISO 3166-1 alpha-2
			 * @default CN
			 */
			region: string;
		};
		GrantSummary: {
			/** @description Id of an organisation or a till */
			grant: string;
			/** @description Id of an organisation or a till */
			resource: string;
			/** @description Id of an organisation or a till */
			provider: string;
			/** @description Id of an organisation or a till */
			consumer: string;
			/** @enum {string} */
			right: "use" | "operate";
			/** @description Id of an organisation or a till */
			parent: string | null;
			from: string;
			until: string;
			/** @enum {number} */
			version?: 2;
			/** @enum {string} */
			basis?: "statutory-duty" | "procurement" | "authorised-service" | "commissioned-project" | "joint-building" | "emergency";
			keepDays?: number;
			/** @description ISO 3166-1 alpha-2 */
			region?: string;
			reviewBy?: string;
			/** @description Id of an organisation or a till */
			consent?: string;
			/** @description Id of an organisation or a till */
			approval?: string;
			/** @description Id of an organisation or a till */
			standing?: string;
			reviewed?: boolean;
			/** @description Who wants, or wanted, it to end, and whether the other side has signed */
			revocation?: {
				/** @enum {string} */
				by: "consumer" | "provider";
				signed: boolean;
			};
			/** Format: date-time */
			endedAt?: string;
			/** Format: date-time */
			deletedAt?: string;
			/**
			 * @description What was last done to it
			 * @enum {string}
			 */
			status: "active" | "paused" | "revoked";
			/**
			 * @description What holds now, its term and the grants above it included
			 * @enum {string}
			 */
			effective: "active" | "expired" | "paused" | "pending" | "revoked" | "consent-withdrawn" | "not-approved";
			terms: components["schemas"]["GrantTerms"];
			/** Format: date-time */
			grantedAt: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
		};
		GrantTerms: {
			purpose: {
				code: string;
				text: string;
			};
			fields: string[];
			rows: components["schemas"]["Condition"][];
			liability: string | null;
			handling: components["schemas"]["Handling"];
			conditions?: {
				/** @description What the grant rests on, with what that kind requires: docs/formats.md, Conditions of grants */
				basis: {
					/** @enum {string} */
					kind: "statutory-duty" | "procurement" | "authorised-service" | "commissioned-project" | "joint-building" | "emergency";
				} & {
					[key: string]: string;
				};
				modes: ("view" | "store" | "query" | "stream")[];
				/** @default null */
				frequency: {
					count: number;
					/** @enum {string} */
					per: "hour" | "day" | "month";
				} | null;
			};
		};
		Grant: {
			/** @description Id of an organisation or a till */
			grant: string;
			/** @description Id of an organisation or a till */
			resource: string;
			/** @description Id of an organisation or a till */
			provider: string;
			/** @description Id of an organisation or a till */
			consumer: string;
			/** @enum {string} */
			right: "use" | "operate";
			/** @description Id of an organisation or a till */
			parent: string | null;
			from: string;
			until: string;
			/** @enum {number} */
			version?: 2;
			/** @enum {string} */
			basis?: "statutory-duty" | "procurement" | "authorised-service" | "commissioned-project" | "joint-building" | "emergency";
			keepDays?: number;
			/** @description ISO 3166-1 alpha-2 */
			region?: string;
			reviewBy?: string;
			/** @description Id of an organisation or a till */
			consent?: string;
			/** @description Id of an organisation or a till */
			approval?: string;
			/** @description Id of an organisation or a till */
			standing?: string;
			reviewed?: boolean;
			/** @description Who wants, or wanted, it to end, and whether the other side has signed */
			revocation?: {
				/** @enum {string} */
				by: "consumer" | "provider";
				signed: boolean;
			};
			/** Format: date-time */
			endedAt?: string;
			/** Format: date-time */
			deletedAt?: string;
			/**
			 * @description What was last done to it
			 * @enum {string}
			 */
			status: "active" | "paused" | "revoked";
			/**
			 * @description What holds now, its term and the grants above it included
			 * @enum {string}
			 */
			effective: "active" | "expired" | "paused" | "pending" | "revoked" | "consent-withdrawn" | "not-approved";
			terms: components["schemas"]["GrantTerms"];
			/** Format: date-time */
			grantedAt: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			/** @description ODRL 2.2 */
			policy: {
				[key: string]: unknown;
			};
			/** @description The policy in plain words */
			sentences: {
				zh: string;
				en: string;
			}[];
			/** @description Newest first */
			events: {
				/** @description Place in the ledger, and in the public log */
				sequence: number;
				/** @enum {string} */
				type: "grant.granted" | "grant.paused" | "grant.resumed" | "grant.revoked" | "grant.revocation-proposed" | "grant.revocation-countersigned" | "grant.deletion-attested" | "grant.reviewed";
				/** Format: date-time */
				time: string;
				who: ({
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				} & {
					[key: string]: unknown;
				}) | null;
				why: string | null;
			}[];
		};
		GrantToken: {
			/** @description Id of an organisation or a till */
			grant: string;
			/** @description Send it as `Authorization: <tokenType> <token>`; it opens this grant only */
			token: string;
			/**
			 * @description Bearer: it walks through the data once. DPoP: it is bound to the key of the proof (RFC 9449)
			 * @enum {string}
			 */
			tokenType: "Bearer" | "DPoP";
			/** Format: date-time */
			expiresAt: string;
		};
		GrantTokenRequest: {
			/** @default 300 */
			seconds: number;
		};
		AuditList: {
			items: {
				entry: components["schemas"]["AuditEntry"];
				/** @description null until the entry is sealed */
				proof: {
					/** @description Place in the ledger, and in the public log */
					seal: number;
					index: number;
					path: string[];
				} | null;
			}[];
			/** @description The seals that the proofs name, with the receipts of the ledger */
			seals: {
				/** @description Place in the ledger, and in the public log */
				sequence: number;
				first: number;
				count: number;
				/** @description SHA-256, hexadecimal */
				root: string;
				receipt: components["schemas"]["Receipt"];
			}[];
			/** @description Pass it as `after` for the next page; null at the end */
			next: string | null;
		};
		/** @description docs/formats.md, Audit entries */
		AuditEntry: {
			sequence: number;
			/** Format: date-time */
			time: string;
			/** @description Leaf hash of the entry before */
			previous: string;
			/** @enum {string} */
			event: "check" | "inspect" | "life" | "open-read" | "probe" | "read" | "run" | "sharing" | "stream" | "stream-end";
			/** @description Absent for `life` and `sharing` */
			grant?: string;
			/** @description Of `life` and `sharing`: the change that was refused */
			change?: string;
			/** @description Of `life`: the id, or the invoices; of `sharing`: the names in the request */
			subjects?: string[];
			/** @description Id of an organisation or a till */
			resource?: string;
			/** @description `*` for whoever read open data without credentials */
			organisation: string;
			key: string;
			/** @description Id of an organisation or a till */
			provider?: string;
			/** @description SHA-256, hexadecimal */
			result?: string;
			template?: string;
			reason?: string;
			purpose?: string;
			fields?: string[];
			/** @description SHA-256, hexadecimal */
			query: string;
			/** @enum {string} */
			outcome: "allowed" | "failed" | "refused";
			code?: string;
			rows?: number;
			/** @description Entries of the ledger when the state of the grant was read */
			height: number;
			began?: number;
		};
		DivisionRegistration: {
			/**
			 * @description Code of a division, six digits (GB/T 2260)
			 * @example 110105
			 */
			division: string;
			/**
			 * @description Code of a division, six digits (GB/T 2260)
			 * @example 110105
			 */
			parent?: string;
			name: string;
			/** @description Why; kept with the act */
			reason: string;
		};
		Division: {
			division: string;
			parent: string | null;
			name: string;
		};
		/** @description Where an organisation belongs from now on */
		OrganisationPlacement: {
			/** @description Id of an organisation or a till */
			organisation: string;
			/**
			 * @description Code of a division, six digits (GB/T 2260)
			 * @example 110105
			 */
			division: string;
			/** @description Id of an organisation or a till */
			superior?: string;
			/** @description Why; kept with the act */
			reason: string;
		};
		Department: {
			/** @description Id of an organisation or a till */
			organisation: string;
			name: string | null;
			division: string;
			/** @description Id of an organisation or a till */
			superior: string | null;
			/** @description Entries that are not retired */
			registered: number;
			/** @description Of these, with a resource under them */
			connected: number;
			/** @description Of these, with a resource whose last probe was good */
			working: number;
			/** @description Of the registered, copies of another source */
			linked: number;
			/** @description Feedback that nobody answered in time */
			overdue: number;
			/** @description Ways in which somebody is to look at it; 0: nobody does */
			supervised: number;
		};
		DutyAssignment: {
			/** @description Id of an organisation or a till */
			duty: string;
			/** @description The next one when absent */
			version?: number;
			/** @description Id of an organisation or a till */
			organisation: string;
			name: string;
			/** @description The law or document that gives the duty */
			basis: string;
			/** @description Why; kept with the act */
			reason: string;
		};
		Duty: {
			/** @description Id of an organisation or a till */
			duty: string;
			version: number;
			/** @description Id of an organisation or a till */
			organisation: string;
			name: string;
			basis: string;
		};
		/** @description Describe data under a duty; with the id of an entry, its next version */
		CataloguePublication: {
			/** @description Id of an organisation or a till */
			entry: string;
			/** @description The next one when absent */
			version?: number;
			/** @description Id of an organisation or a till */
			duty: string;
			/** @description The owner when absent */
			steward?: string;
			title: string;
			description?: string;
			/** @description Name of what the data says; each datum has one source */
			datum: string;
			/** @description The entry that is the source of the datum, when this one holds a copy */
			source?: string;
			grade: 1 | 2 | 3 | 4;
			/** @enum {string} */
			class: "public-service" | "government" | "scientific" | "enterprise" | "personal";
			/** @enum {string} */
			openness: "open" | "conditional" | "closed";
			/** @enum {string} */
			sector: "industry" | "agriculture" | "commerce" | "transport" | "finance" | "science" | "culture-tourism" | "health" | "emergency" | "weather" | "city" | "green";
			/**
			 * @default shared
			 * @enum {string}
			 */
			stage: "collected" | "integrated" | "stored" | "shared" | "retired";
			tags: components["schemas"]["Tags"];
			/** @description Id of an organisation or a till */
			schema?: string;
			schemaVersion?: number;
			/** @description SHA-256 of the document that proves title to the data */
			evidence?: string;
			/** @description Why; kept with the act */
			reason: string;
		};
		/** @description At least one of each family */
		Tags: {
			technology: string[];
			industry: string[];
			management: string[];
		};
		DirectoryEntry: {
			/** @description Id of an organisation or a till */
			entry: string;
			version: number;
			/** @description Id of an organisation or a till */
			duty: string;
			/** @description Id of an organisation or a till */
			owner: string;
			/** @description Id of an organisation or a till */
			steward: string;
			grade: number;
			/** @enum {string} */
			class: "public-service" | "government" | "scientific" | "enterprise" | "personal";
			/** @enum {string} */
			openness: "open" | "conditional" | "closed";
			/** @enum {string} */
			sector: "industry" | "agriculture" | "commerce" | "transport" | "finance" | "science" | "culture-tourism" | "health" | "emergency" | "weather" | "city" | "green";
			/** @enum {string} */
			stage: "collected" | "integrated" | "stored" | "shared" | "retired";
			/** @description Id of an organisation or a till */
			source: string | null;
			/** @description Id of an organisation or a till */
			schema: string | null;
			schemaVersion: number | null;
			/** @description SHA-256, hexadecimal */
			evidence: string | null;
			/** @description Of the datum */
			fingerprint: string;
			title: string;
			description: string | null;
			tags: {
				technology: string[];
				industry: string[];
				management: string[];
			};
			datum: string;
			/** Format: date-time */
			updated: string;
		};
		DirectoryEntryDetail: {
			/** @description Id of an organisation or a till */
			entry: string;
			version: number;
			/** @description Id of an organisation or a till */
			duty: string;
			/** @description Id of an organisation or a till */
			owner: string;
			/** @description Id of an organisation or a till */
			steward: string;
			grade: number;
			/** @enum {string} */
			class: "public-service" | "government" | "scientific" | "enterprise" | "personal";
			/** @enum {string} */
			openness: "open" | "conditional" | "closed";
			/** @enum {string} */
			sector: "industry" | "agriculture" | "commerce" | "transport" | "finance" | "science" | "culture-tourism" | "health" | "emergency" | "weather" | "city" | "green";
			/** @enum {string} */
			stage: "collected" | "integrated" | "stored" | "shared" | "retired";
			/** @description Id of an organisation or a till */
			source: string | null;
			/** @description Id of an organisation or a till */
			schema: string | null;
			schemaVersion: number | null;
			/** @description SHA-256, hexadecimal */
			evidence: string | null;
			/** @description Of the datum */
			fingerprint: string;
			title: string;
			description: string | null;
			tags: {
				technology: string[];
				industry: string[];
				management: string[];
			};
			datum: string;
			/** Format: date-time */
			updated: string;
			/** @description A looser grade that one side has endorsed */
			loosening: {
				grade: number;
				/** @enum {string} */
				class: "public-service" | "government" | "scientific" | "enterprise" | "personal";
				/** @enum {string} */
				by: "bureau" | "owner";
			} | null;
			sequence: number;
			division: string | null;
			resources: {
				/** @description Id of an organisation or a till */
				resource: string;
				quarantined: boolean;
				probe: {
					/** Format: date-time */
					at: string;
					/** @enum {string} */
					outcome: "works" | "away" | "changed" | "misfit";
					code: string | null;
					ms: number;
				} | null;
			}[];
			/** @description Newest first */
			history: {
				sequence: number;
				who: ({
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				} & {
					[key: string]: unknown;
				}) | null;
				why: string | null;
				act: {
					/** @enum {string} */
					type: "division.registered";
					/** Format: date-time */
					time: string;
					/** @description SHA-256, hexadecimal */
					commitment: string;
					division: string;
					parent?: string;
				} | {
					/** @enum {string} */
					type: "organisation.placed";
					/** Format: date-time */
					time: string;
					/** @description SHA-256, hexadecimal */
					commitment: string;
					/** @description Id of an organisation or a till */
					organisation: string;
					division: string;
					/** @description Id of an organisation or a till */
					superior?: string;
				} | {
					/** @enum {string} */
					type: "duty.assigned";
					/** Format: date-time */
					time: string;
					/** @description SHA-256, hexadecimal */
					commitment: string;
					/** @description Id of an organisation or a till */
					duty: string;
					version: number;
					/** @description Id of an organisation or a till */
					organisation: string;
				} | {
					/** @enum {string} */
					type: "schema.registered";
					/** Format: date-time */
					time: string;
					/** @description SHA-256, hexadecimal */
					commitment: string;
					/** @description Id of an organisation or a till */
					schema: string;
					version: number;
					/** @description Id of an organisation or a till */
					owner: string;
					/** @description SHA-256, hexadecimal */
					digest: string;
				} | {
					/** @enum {string} */
					type: "catalogue.published";
					/** Format: date-time */
					time: string;
					/** @description SHA-256, hexadecimal */
					commitment: string;
					/** @description Id of an organisation or a till */
					entry: string;
					version: number;
					/** @description Id of an organisation or a till */
					duty: string;
					/** @description Id of an organisation or a till */
					owner: string;
					/** @description Id of an organisation or a till */
					steward: string;
					/** @description SHA-256, hexadecimal */
					datum: string;
					/** @description Id of an organisation or a till */
					source?: string;
					grade: number;
					/** @enum {string} */
					class: "public-service" | "government" | "scientific" | "enterprise" | "personal";
					/** @enum {string} */
					openness: "open" | "conditional" | "closed";
					/** @enum {string} */
					sector: "industry" | "agriculture" | "commerce" | "transport" | "finance" | "science" | "culture-tourism" | "health" | "emergency" | "weather" | "city" | "green";
					/** @enum {string} */
					stage: "collected" | "integrated" | "stored" | "shared" | "retired";
					/** @description Id of an organisation or a till */
					schema?: string;
					schemaVersion?: number;
					/** @description SHA-256, hexadecimal */
					evidence?: string;
				} | {
					/** @enum {string} */
					type: "catalogue.regraded";
					/** Format: date-time */
					time: string;
					/** @description SHA-256, hexadecimal */
					commitment: string;
					/** @description Id of an organisation or a till */
					entry: string;
					version: number;
					grade: number;
					/** @enum {string} */
					class: "public-service" | "government" | "scientific" | "enterprise" | "personal";
				} | {
					/** @enum {string} */
					type: "catalogue.transferred";
					/** Format: date-time */
					time: string;
					/** @description SHA-256, hexadecimal */
					commitment: string;
					/** @description Id of an organisation or a till */
					entry: string;
					version: number;
					/** @description Id of an organisation or a till */
					duty: string;
					/** @description Id of an organisation or a till */
					owner: string;
					/** @description Id of an organisation or a till */
					steward: string;
				} | {
					/** @enum {string} */
					type: "catalogue.approved";
					/** Format: date-time */
					time: string;
					/** @description SHA-256, hexadecimal */
					commitment: string;
					/** @description Id of an organisation or a till */
					entry: string;
					/** @description Id of an organisation or a till */
					consumer: string;
					/** @enum {string} */
					right: "use" | "operate";
					until: string;
				} | {
					/** @enum {string} */
					type: "catalogue.placed";
					/** Format: date-time */
					time: string;
					/** @description SHA-256, hexadecimal */
					commitment: string;
					/** @description Id of an organisation or a till */
					resource: string;
					/** @description Id of an organisation or a till */
					entry: string;
				} | {
					/** @enum {string} */
					type: "catalogue.quarantined";
					/** Format: date-time */
					time: string;
					/** @description SHA-256, hexadecimal */
					commitment: string;
					/** @description Id of an organisation or a till */
					resource: string;
					/** @description Id of an organisation or a till */
					schema: string;
					version: number;
				} | {
					/** @enum {string} */
					type: "catalogue.released";
					/** Format: date-time */
					time: string;
					/** @description SHA-256, hexadecimal */
					commitment: string;
					/** @description Id of an organisation or a till */
					resource: string;
				} | {
					/** @enum {string} */
					type: "feedback.given";
					/** Format: date-time */
					time: string;
					/** @description SHA-256, hexadecimal */
					commitment: string;
					/** @description Id of an organisation or a till */
					feedback: string;
					/** @description Id of an organisation or a till */
					entry: string;
					/** @description Id of an organisation or a till */
					from: string;
					/** @enum {string} */
					kind: "wrong" | "missing" | "late" | "unreadable";
				} | {
					/** @enum {string} */
					type: "feedback.answered";
					/** Format: date-time */
					time: string;
					/** @description SHA-256, hexadecimal */
					commitment: string;
					/** @description Id of an organisation or a till */
					feedback: string;
					/** @enum {string} */
					outcome: "corrected" | "declined";
				} | {
					/** @enum {string} */
					type: "feedback.closed";
					/** Format: date-time */
					time: string;
					/** @description SHA-256, hexadecimal */
					commitment: string;
					/** @description Id of an organisation or a till */
					feedback: string;
				} | {
					/** @enum {string} */
					type: "supervision.stated";
					/** Format: date-time */
					time: string;
					/** @description SHA-256, hexadecimal */
					commitment: string;
					/** @description Id of an organisation or a till */
					authority: string;
					/** @description Id of an organisation or a till */
					object: string;
					/** @enum {string} */
					method: "inspection" | "sampling" | "report" | "audit-log";
					intervalDays: number;
				} | {
					/** @enum {string} */
					type: "supervision.looked";
					/** Format: date-time */
					time: string;
					/** @description SHA-256, hexadecimal */
					commitment: string;
					/** @description Id of an organisation or a till */
					authority: string;
					/** @description Id of an organisation or a till */
					object: string;
					/** @enum {string} */
					method: "inspection" | "sampling" | "report" | "audit-log";
					number: number;
					/** @enum {string} */
					finding: "none" | "open";
				};
			}[];
		};
		/** @description A looser grade or class holds when owner and bureau have both endorsed it */
		Regrading: {
			/** @description That of now when absent */
			version?: number;
			grade: 1 | 2 | 3 | 4;
			/** @enum {string} */
			class: "public-service" | "government" | "scientific" | "enterprise" | "personal";
			/** @description Why; kept with the act */
			reason: string;
		};
		CatalogueTransfer: {
			/** @description Id of an organisation or a till */
			duty: string;
			/** @description Id of an organisation or a till */
			owner: string;
			/** @description Id of an organisation or a till */
			steward?: string;
			/** @description Why; kept with the act */
			reason: string;
		};
		SharingApproval: {
			/** @description Id of an organisation or a till */
			consumer: string;
			/** @enum {string} */
			right: "use" | "operate";
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, at most milliseconds
			 */
			until: string;
			/** @description Why; kept with the act */
			reason: string;
		};
		Feedback: {
			/** @description Name it to be able to repeat the request; made by us when absent */
			feedback?: string;
			/** @enum {string} */
			kind: "wrong" | "missing" | "late" | "unreadable";
			text: string;
			/** @description Why; kept with the act */
			reason: string;
		};
		FeedbackState: {
			/** @description Id of an organisation or a till */
			feedback: string;
			/** @description Id of an organisation or a till */
			entry: string;
			/** @description Id of an organisation or a till */
			owner: string | null;
			/** @description Id of an organisation or a till */
			from: string;
			/** @enum {string} */
			kind: "wrong" | "missing" | "late" | "unreadable";
			/** @description Of the entry, when the feedback was given */
			version: number;
			/** Format: date-time */
			due: string;
			/** @enum {string} */
			status: "open" | "answered" | "closed";
			/** @enum {string|null} */
			outcome: "corrected" | "declined" | null;
			overdue: boolean;
			text: string | null;
			answer: string | null;
		};
		FeedbackAnswer: {
			/** @enum {string} */
			outcome: "corrected" | "declined";
			text: string;
			/** @description Why; kept with the act */
			reason: string;
		};
		ResourcePlacement: {
			/** @description Id of an organisation or a till */
			entry: string;
			/** @description Why; kept with the act */
			reason: string;
		};
		SupervisionStatement: {
			/** @description The bureau or an auditor */
			authority: string;
			/** @description Any other organisation */
			object: string;
			/** @enum {string} */
			method: "inspection" | "sampling" | "report" | "audit-log";
			/** @description Days from one look to the next, at most; 0 ends it */
			intervalDays: number;
			/** @description Why; kept with the act */
			reason: string;
		};
		Supervision: {
			/** @description Id of an organisation or a till */
			authority: string;
			/** @description Id of an organisation or a till */
			object: string;
			/** @enum {string} */
			method: "inspection" | "sampling" | "report" | "audit-log";
			intervalDays: number;
			/**
			 * Format: date-time
			 * @description When it was first stated
			 */
			since: string;
			/** @description How many there were */
			looks: number;
			/** Format: date-time */
			lastLook: string | null;
			/**
			 * @description Of the last look
			 * @enum {string|null}
			 */
			finding: "none" | "open" | null;
			/**
			 * Format: date-time
			 * @description Of the next look
			 */
			due: string;
			overdue: boolean;
		};
		SupervisionLook: {
			/** @enum {string} */
			method: "inspection" | "sampling" | "report" | "audit-log";
			/** @description Of the look; the next one when absent */
			number?: number;
			/**
			 * @description `open`: something was found and is not settled
			 * @default none
			 * @enum {string}
			 */
			finding: "none" | "open";
			/** @description What was looked at and seen; kept in the record */
			text?: string;
			/** @description Why; kept with the act */
			reason: string;
		};
		SchemaRegistration: {
			/** @description Id of an organisation or a till */
			schema: string;
			/** @description The next one when absent */
			version?: number;
			/** @description JSON Schema 2020-12 of a row as it is served, without patterns and without references out of it */
			document: {
				[key: string]: unknown;
			};
			/** @description Why; kept with the act */
			reason: string;
		};
		DataSchema: {
			/** @description Id of an organisation or a till */
			schema: string;
			version: number;
			/** @description Id of an organisation or a till */
			owner: string;
			document: {
				[key: string]: unknown;
			};
		};
		Probe: {
			/** @description Id of an organisation or a till */
			resource: string;
			/** Format: date-time */
			at: string;
			/** @enum {string} */
			outcome: "works" | "away" | "changed" | "misfit";
			code: string | null;
			ms: number;
		};
		/** @description What a dataset does not say of itself, the defaults say */
		DcatImport: {
			/** @description Name or address of the catalogue that the document comes from */
			catalogue: string;
			defaults: {
				/** @description Id of an organisation or a till */
				duty: string;
				grade: 1 | 2 | 3 | 4;
				/** @enum {string} */
				class: "public-service" | "government" | "scientific" | "enterprise" | "personal";
				/** @enum {string} */
				openness: "open" | "conditional" | "closed";
				/** @enum {string} */
				sector: "industry" | "agriculture" | "commerce" | "transport" | "finance" | "science" | "culture-tourism" | "health" | "emergency" | "weather" | "city" | "green";
				tags: components["schemas"]["Tags"];
			};
			/** @description DCAT 3 in JSON-LD; contexts stand inside, none is fetched */
			document: {
				[key: string]: unknown;
			};
			/** @description Why; kept with the act */
			reason: string;
		};
		UsageList: {
			items: components["schemas"]["UsageReceipt"][];
			batches: components["schemas"]["ReceiptBatch"][];
			/** @description Pass it as `after` for the next page; null at the end */
			next: string | null;
		};
		/** @description docs/formats.md, Usage receipts */
		UsageReceipt: {
			receipt: {
				sequence: number;
				/** Format: date-time */
				time: string;
				/** @description Leaf hash of the entry before */
				previous: string;
				/** @enum {string} */
				event: "check" | "inspect" | "life" | "open-read" | "probe" | "read" | "run" | "sharing" | "stream" | "stream-end";
				/** @description Id of an organisation or a till */
				grant: string;
				/** @description Of `life` and `sharing`: the change that was refused */
				change?: string;
				/** @description Of `life`: the id, or the invoices; of `sharing`: the names in the request */
				subjects?: string[];
				/** @description Id of an organisation or a till */
				resource?: string;
				/** @description `*` for whoever read open data without credentials */
				organisation: string;
				key: string;
				/** @description Id of an organisation or a till */
				provider?: string;
				/** @description SHA-256, hexadecimal */
				result?: string;
				template?: string;
				reason?: string;
				purpose?: string;
				fields?: string[];
				/** @description SHA-256, hexadecimal */
				query: string;
				/** @enum {string} */
				outcome: "allowed" | "failed" | "refused";
				code?: string;
				rows?: number;
				/** @description Entries of the ledger when the state of the grant was read */
				height: number;
				began?: number;
			};
			/** @description Place under its grant, from 0 */
			ordinal: number;
			/** @enum {string} */
			status: "consumer-missing" | "disputed" | "provider-missing" | "signed-by-both";
			overdue: boolean;
			proof: {
				batch: number;
				index: number;
				path: string[];
			} | null;
		};
		ReceiptBatch: {
			/** @description Id of an organisation or a till */
			grant: string;
			first: number;
			count: number;
			/** @description SHA-256, hexadecimal */
			root: string;
			/** @description Place in the ledger, and in the public log */
			provided: number;
			/** @enum {string|null} */
			answer: "acknowledged" | "disputed" | null;
			/** @description Place in the ledger, and in the public log */
			answered: number | null;
			providerReceipt: components["schemas"]["Receipt"];
			consumerReceipt: components["schemas"]["Receipt"] & (Record<string, never> | null);
		};
		ReceiptHalves: {
			items: {
				/** @description Id of an organisation or a till */
				grant: string;
				/** @description Id of an organisation or a till */
				provider: string;
				/** @description Id of an organisation or a till */
				consumer: string;
				receipts: number;
				provided: number;
				answered: number;
				disputed: number;
				/** @enum {string} */
				missing: "consumer" | "none" | "provider";
				overdue: boolean;
			}[];
			/** @description Pass it as `after` for the next page; null at the end */
			next: string | null;
		};
		UsageAlerts: {
			items: {
				/** @description Id of an organisation or a till */
				grant: string;
				/** @description Id of an organisation or a till */
				provider: string;
				/** @description Id of an organisation or a till */
				consumer: string;
				/** @enum {string} */
				kind: "refusals" | "volume";
				found: number;
				usual: number;
			}[];
		};
		/** @description docs/formats.md, Usage receipts */
		ReceiptAnswer: {
			first: number;
			count: number;
			/** @description RFC 6962 root over the leaf hashes of the consumer's receipts */
			root: string;
			/** @description Why; kept with the act */
			reason: string;
		};
		TracedCopies: {
			items: {
				/** @description Id of an organisation or a till */
				grant: string;
				/** @description Id of an organisation or a till */
				consumer: string;
				pairs: number;
				fitting: number;
				deviations: number;
				match: boolean;
			}[];
		};
		CopySample: {
			/** @description Rows as they were sent, in the order found */
			rows: string[];
		};
		/** @description docs/formats.md, Query templates */
		TemplateApproval: {
			/** @description Id of an organisation or a till */
			template: string;
			/** @description The next one when absent; any other is refused */
			version?: number;
			/** @description Id of an organisation or a till */
			resource: string;
			title: string;
			/** @enum {string} */
			kind: "count" | "sum" | "distribution" | "fact";
			/**
			 * @description Of a sum
			 * @default null
			 */
			field: string | null;
			/**
			 * @description Of a distribution
			 * @default null
			 */
			by: string | null;
			/** @default [] */
			where: components["schemas"]["Condition"][];
			/** @default [] */
			parameters: {
				/** @description Name of a field: a column of a table or of a CSV file */
				field: string;
				ops: ("eq" | "ne" | "lt" | "le" | "gt" | "ge" | "in")[];
				/** @default false */
				required?: boolean;
			}[];
			/** @default 10 */
			minimumGroup: number;
			/**
			 * @description Different questions a day under one grant
			 * @default 100
			 */
			dailyRuns: number;
			/**
			 * @default direct
			 * @enum {string}
			 */
			release: "direct" | "permit";
			/** @description Why; kept with the act */
			reason: string;
		};
		Template: {
			/** @description Id of an organisation or a till */
			template: string;
			version: number;
			/** @description Id of an organisation or a till */
			resource: string;
			/** @enum {string} */
			status: "approved" | "withdrawn";
			title: string;
			/** @enum {string} */
			kind: "count" | "sum" | "distribution" | "fact";
			/**
			 * @description Of a sum
			 * @default null
			 */
			field: string | null;
			/**
			 * @description Of a distribution
			 * @default null
			 */
			by: string | null;
			/** @default [] */
			where: components["schemas"]["Condition"][];
			/** @default [] */
			parameters: {
				/** @description Name of a field: a column of a table or of a CSV file */
				field: string;
				ops: ("eq" | "ne" | "lt" | "le" | "gt" | "ge" | "in")[];
				/** @default false */
				required?: boolean;
			}[];
			/** @default 10 */
			minimumGroup: number;
			/**
			 * @description Different questions a day under one grant
			 * @default 100
			 */
			dailyRuns: number;
			/**
			 * @default direct
			 * @enum {string}
			 */
			release: "direct" | "permit";
			/** Format: date-time */
			approvedAt: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
		};
		/** @description docs/formats.md, Query templates */
		Run: {
			/** @description Id of an organisation or a till */
			run: string;
			/** @description `template@version` */
			template: string;
			/** @description SHA-256, hexadecimal */
			input: string;
			/** @description SHA-256 of the text of the answer */
			result: string;
			/** @enum {string} */
			state: "direct" | "waiting" | "permitted" | "refused" | "expired";
			/** Format: date-time */
			since: string;
			/**
			 * Format: date-time
			 * @description Until then the provider can permit the export
			 */
			deadline: string;
			released: boolean;
			/** @description JSON text; null until the provider permits the export */
			answer: string | null;
		};
		TemplateRun: {
			/** @description Id of an organisation or a till */
			template: string;
			/** @default [] */
			arguments: components["schemas"]["Condition"][];
		};
		ListedRun: {
			/** @description Id of an organisation or a till */
			run: string;
			/** @description Id of an organisation or a till */
			grant: string;
			/** @description Who asked */
			consumer: string;
			/** @description Who controls the resource now, and decides */
			provider: string;
			/** @description Id of an organisation or a till */
			resource: string;
			/** @description `template@version` */
			template: string;
			/** @description SHA-256, hexadecimal */
			input: string;
			/** @description SHA-256, hexadecimal */
			result: string;
			/** @enum {string} */
			state: "waiting" | "permitted" | "refused" | "expired";
			/** Format: date-time */
			since: string;
			/** Format: date-time */
			deadline: string;
			/** @description The act that permitted or refused it */
			decided: {
				/** @description Place in the ledger, and in the public log */
				sequence: number;
				/** Format: date-time */
				time: string;
				why: string | null;
			} | null;
		};
		ListedConsent: {
			/** @description Id of an organisation or a till */
			consent: string;
			/** @description Id of an organisation or a till */
			resource: string;
			subject: string;
			text: string;
			textVersion: string;
			/** @description Id of an organisation or a till */
			collector: string;
			/** @description Id of an organisation or a till */
			consumer?: string;
			until?: string;
			withdrawn: boolean;
			purpose: {
				code: string;
				text: string;
			} | null;
			/** @description Who controls the resource now */
			controller: string | null;
			/** @description When it was recorded */
			since: string;
			sequence: number;
		};
		ListedCrossing: {
			/** @description Id of an organisation or a till */
			approval: string;
			/** @description Id of an organisation or a till */
			resource: string;
			/** @description Id of an organisation or a till */
			consumer: string;
			/** @description ISO 3166-1 alpha-2 */
			region: string;
			until: string;
			withdrawn: boolean;
			legalBasis: string | null;
			/** @description Who controls the resource now */
			controller: string | null;
			/** @description When it was recorded */
			since: string;
			sequence: number;
		};
		ListedRequest: {
			/** @description Id of an organisation or a till */
			request: string;
			/** @description Id of an organisation or a till */
			resource: string;
			/** @description Id of an organisation or a till */
			consumer: string;
			/** @enum {string} */
			basis: "statutory-duty" | "procurement" | "authorised-service" | "commissioned-project" | "joint-building" | "emergency";
			/** @description Until then it is to be answered */
			due: string;
			/** @enum {string} */
			status: "open" | "escalated" | "granted" | "refused";
			/** @description Id of an organisation or a till */
			grant?: string;
			overdue: boolean;
			purpose: {
				code: string;
				text: string;
			} | null;
			fields: string[] | null;
			/** @description The reason that was given with it */
			why: string | null;
			/** @description Who controls the resource now */
			controller: string | null;
			/** @description When it was recorded */
			since: string;
			sequence: number;
		};
		ListedStanding: {
			/** @description Id of an organisation or a till */
			standing: string;
			/** @description Id of an organisation or a till */
			resource: string;
			/** @description Id of an organisation or a till */
			provider: string;
			/** @description Id of an organisation or a till */
			consumer: string;
			/** @description Longest term of a grant drawn from it */
			days: number;
			until: string;
			/** @enum {string} */
			basis: "statutory-duty" | "procurement" | "authorised-service" | "commissioned-project" | "joint-building" | "emergency";
			keepDays: number;
			closed: boolean;
			purpose: {
				code: string;
				text: string;
			} | null;
			fields: string[] | null;
			/** @description Who controls the resource now */
			controller: string | null;
			/** @description When it was recorded */
			since: string;
			sequence: number;
		};
		ConsentRequest: {
			/** @description Name the consent to be able to repeat the request; made by us when absent */
			consent?: string;
			/** @description Id of an organisation or a till */
			resource: string;
			/** @description The data subject's pseudonym: a keyed digest that only you can make; never a name or a number */
			subject: string;
			/** @description SHA-256 of the text that was shown */
			text: string;
			textVersion: string;
			/** @description Whom it lets have the data; a sub-grant on personal data needs a consent that names its consumer */
			consumer?: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, at most milliseconds
			 */
			until?: string;
			purpose: {
				code: string;
				text: string;
			};
			/** @description Why; kept with the act */
			reason: string;
		};
		Consent: {
			/** @description Id of an organisation or a till */
			consent: string;
			/** @description Id of an organisation or a till */
			resource: string;
			subject: string;
			text: string;
			textVersion: string;
			/** @description Id of an organisation or a till */
			collector: string;
			/** @description Id of an organisation or a till */
			consumer?: string;
			until?: string;
			withdrawn: boolean;
		};
		CrossingRequest: {
			/** @description Name the approval to be able to repeat the request; made by us when absent */
			approval?: string;
			/** @description Id of an organisation or a till */
			resource: string;
			/** @description Id of an organisation or a till */
			consumer: string;
			region: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, at most milliseconds
			 */
			until: string;
			legalBasis: string;
			/** @description Why; kept with the act */
			reason: string;
		};
		AccessRequest: {
			/** @description Name the request to be able to repeat the request; made by us when absent */
			request?: string;
			/** @description Id of an organisation or a till */
			resource: string;
			/** @enum {string} */
			basis: "statutory-duty" | "procurement" | "authorised-service" | "commissioned-project" | "joint-building" | "emergency";
			purpose: {
				code: string;
				text: string;
			};
			fields: string[];
			/** @description Why; kept with the act */
			reason: string;
		};
		AccessRequestState: {
			/** @description Id of an organisation or a till */
			request: string;
			/** @description Id of an organisation or a till */
			resource: string;
			/** @description Id of an organisation or a till */
			consumer: string;
			/** @enum {string} */
			basis: "statutory-duty" | "procurement" | "authorised-service" | "commissioned-project" | "joint-building" | "emergency";
			/** @description Until then it is to be answered */
			due: string;
			/** @enum {string} */
			status: "open" | "escalated" | "granted" | "refused";
			/** @description Id of an organisation or a till */
			grant?: string;
			overdue: boolean;
		};
		AccessAnswer: {
			/** @description The grant that was given; a refusal when absent */
			grant?: string;
			/** @description Why; kept with the act */
			reason: string;
		};
		StandingRequest: {
			/** @description Name the standing grant to be able to repeat the request; made by us when absent */
			standing?: string;
			/** @description Id of an organisation or a till */
			resource: string;
			/** @description Id of an organisation or a till */
			consumer: string;
			/** @description Longest term of a grant that is drawn */
			days: number;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, at most milliseconds
			 */
			until: string;
			purpose: {
				code: string;
				text: string;
			};
			fields: string[];
			/** @default [] */
			rows: components["schemas"]["Condition"][];
			liability: string;
			handling?: components["schemas"]["Handling"];
			conditions: {
				/** @description What the grant rests on, with what that kind requires: docs/formats.md, Conditions of grants */
				basis: {
					/** @enum {string} */
					kind: "statutory-duty" | "procurement" | "authorised-service" | "commissioned-project" | "joint-building" | "emergency";
				} & {
					[key: string]: string;
				};
				modes: ("view" | "store" | "query" | "stream")[];
				/** @default null */
				frequency: {
					count: number;
					/** @enum {string} */
					per: "hour" | "day" | "month";
				} | null;
				/** @description Days that the data may be kept after the end */
				keepDays: number;
			};
			/** @description Why; kept with the act */
			reason: string;
		};
		DrawRequest: {
			/** @description Name the grant to be able to repeat the request; made by us when absent */
			grant?: string;
			/** @description Why; kept with the act */
			reason: string;
		};
		DeletionStatement: {
			/** @description What was deleted, where and how */
			statement: string;
			/** @description Why; kept with the act */
			reason: string;
		};
		GrantReview: {
			upheld: boolean;
			/** @description Why; kept with the act */
			reason: string;
		};
		NoMembers: Record<string, never>;
		Pseudonym: {
			/** @description Id of an organisation or a till */
			organisation: string;
			/** @description For `subject` of the consent that this organisation records: another at every organisation's */
			subject: string;
		};
		Offer: {
			/** @description Id of an organisation or a till */
			offer: string;
			/** @description Id of an organisation or a till */
			provider: string;
			/** @description Id of an organisation or a till */
			resource: string;
			/** @enum {string} */
			right: "use" | "operate";
			until: string;
			terms: components["schemas"]["GrantTerms"];
			/** @description ODRL 2.2 */
			policy: {
				[key: string]: unknown;
			};
			/** @description Place in the ledger, and in the public log */
			sequence: number;
		};
		/** @description What a grant made from the offer would be */
		OfferRequest: {
			/** @description Id of an organisation or a till */
			resource: string;
			/**
			 * @default use
			 * @enum {string}
			 */
			right: "use" | "operate";
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC
			 */
			until: string;
			purpose: {
				code: string;
				text: string;
			};
			fields: string[];
			/** @default [] */
			rows: components["schemas"]["Condition"][];
			liability?: string;
			handling?: components["schemas"]["Handling"];
			conditions?: components["schemas"]["GrantConditions"];
			/** @description Why; kept with the act */
			reason: string;
			/** @description Name it to be able to repeat the request; made by us when absent */
			offer?: string;
		};
		Negotiation: {
			negotiation: string;
			providerPid: string;
			consumerPid: string;
			/**
			 * @description On which side the organisation stands
			 * @enum {string}
			 */
			side: "consumer" | "provider";
			/** @description Id of an organisation or a till */
			organisation: string;
			/** @description Id of an organisation or a till */
			peer: string;
			callback: string;
			/** @description Why it was suspended or ended */
			reason?: unknown;
			/** Format: date-time */
			createdAt: string;
			/** Format: date-time */
			updatedAt: string;
			dataset: string;
			/** @enum {string} */
			state: "REQUESTED" | "OFFERED" | "ACCEPTED" | "AGREED" | "VERIFIED" | "FINALIZED" | "TERMINATED";
			/**
			 * @description What a message that is not answered yet leads to
			 * @enum {string|null}
			 */
			pending: "REQUESTED" | "OFFERED" | "ACCEPTED" | "AGREED" | "VERIFIED" | "FINALIZED" | "TERMINATED" | null;
			offer: string | null;
			policy?: unknown;
			agreement?: unknown;
		};
		NegotiationRequest: {
			/** @description Name it to be able to repeat the request; made by us when absent */
			negotiation?: string;
			/** @description Id of an organisation or a till */
			providerId: string;
			/** @description Base address of the other side's connector; one that the operator listed */
			connectorAddress: string;
			/** @description An id as the other side gave it */
			datasetId: string;
			/** @description An id as the other side gave it */
			offerId: string;
		};
		NegotiationStep: {
			/** @description With offer and agree: the published offer that is meant, if another one */
			offer?: string;
			/** @description Why; kept with the act */
			reason: string;
		};
		Transfer: {
			transfer: string;
			providerPid: string;
			consumerPid: string;
			/**
			 * @description On which side the organisation stands
			 * @enum {string}
			 */
			side: "consumer" | "provider";
			/** @description Id of an organisation or a till */
			organisation: string;
			/** @description Id of an organisation or a till */
			peer: string;
			callback: string;
			/** @description Why it was suspended or ended */
			reason?: unknown;
			/** Format: date-time */
			createdAt: string;
			/** Format: date-time */
			updatedAt: string;
			agreement: string;
			/** @enum {string} */
			state: "REQUESTED" | "STARTED" | "SUSPENDED" | "COMPLETED" | "TERMINATED";
			/** @enum {string|null} */
			pending: "REQUESTED" | "STARTED" | "SUSPENDED" | "COMPLETED" | "TERMINATED" | null;
			format: string | null;
			/** @description Where the data is to be fetched, with its token */
			dataAddress?: unknown;
		};
		TransferRequest: {
			/** @description Id of an organisation or a till */
			providerId: string;
			/** @description Base address of the other side's connector; one that the operator listed */
			connectorAddress: string;
			/** @description An id as the other side gave it */
			agreementId: string;
			format: string;
		};
		/** @description What the protocol’s own rules refuse, in its form (Dataspace Protocol 2025-1) */
		ProtocolError: {
			"@context": string[];
			"@type": string;
			code: string;
			reason: string[];
			providerPid?: string;
			consumerPid?: string;
		} & {
			[key: string]: unknown;
		};
		BooksReport: {
			/** @description Id of a report */
			id: string;
			/** @description Id of an organisation or a till */
			organisation: string;
			days: string[];
			/** @description Rows of the file */
			rows: number;
			/** Format: date-time */
			createdAt: string;
			sums: components["schemas"]["CurrencySum"][];
			/** @description How many differences there are of each kind */
			counts: {
				[key: string]: number;
			};
			links: {
				self: string;
			};
		};
		CurrencySum: {
			currency: string;
			payments: number;
			/** @description Exact decimal text */
			paid: string;
			invoices: number;
			/** @description Exact decimal text */
			invoiced: string;
			/** @description Exact decimal text */
			difference: string;
		};
		BooksDifference: {
			/** @enum {string} */
			kind: "INVOICE_MISSING" | "PAYMENT_MISSING" | "PAYMENT_DOUBLED" | "AMOUNT_DIFFERS" | "CURRENCY_DIFFERS" | "DAY_DIFFERS" | "INVOICE_TEST" | "INVOICE_ERASED";
			/** @description Id of an organisation or a till */
			seller: string;
			line?: number;
			orderReference?: string;
			paymentReference?: string;
			/** @description Exact decimal text */
			paid?: string;
			/**
			 * @description Invoice number: year 2, region 2, channel 1, sequence 15 digits
			 * @example 26440000000000000001
			 */
			number?: string;
			invoiced?: string;
			currency?: string;
		};
		DayStatistics: {
			/** Format: date */
			date: string;
			/** @description Version of the definitions of these figures */
			definitions: string;
			/** @description Entries of the ledger that the figures are made of */
			height: number;
			/** @description Empty for sellers */
			bureau: {
				currency: string;
				test: boolean;
				count: number;
				/** @description Exact decimal text */
				gross: string;
			}[];
			platforms: {
				/** @description Id of an organisation or a till */
				platform: string;
				currency: string;
				test: boolean;
				count: number;
				/** @description Exact decimal text */
				gross: string;
			}[];
			sellers: {
				/** @description Id of an organisation or a till */
				seller: string;
				currency: string;
				test: boolean;
				count: number;
				/** @description Exact decimal text */
				gross: string;
			}[];
			next: string | null;
		};
		CutStatistics: {
			/** @enum {string} */
			by: "region" | "trade" | "rate" | "day";
			/** Format: date */
			from: string;
			/** Format: date */
			to: string;
			/** @description Entries of the ledger that were counted */
			height: number;
			items: {
				/** @description A region's two digits, a trade's name, a rate in percent, or a day; empty: unnamed */
				key: string;
				currency: string;
				test: boolean;
				/** @description Invoices of a region or a day, lines of a trade or a rate */
				count: number;
				/** @description Exact decimal text */
				net: string;
				/** @description Exact decimal text */
				tax: string;
			}[];
			/** @description Sums beyond the limit */
			rest: number;
		};
		FullPass: {
			id: number;
			requestedBy: string;
			/** Format: date-time */
			requestedAt: string;
			/** Format: date-time */
			startedAt: string | null;
			/** Format: date-time */
			finishedAt: string | null;
			result: string | null;
			report: {
				[key: string]: unknown;
			} | null;
		} | null;
		Finding: {
			id: number;
			/** @description Stable word for what is wrong */
			code: string;
			part: string;
			place: {
				[key: string]: string | number;
			};
			/** @description Class of the cause */
			cause: string;
			detail?: string;
			repair: {
				en: string;
				zh: string;
			};
			/** Format: date-time */
			soundAt: string;
			/** Format: date-time */
			detectedAt: string;
			/** Format: date-time */
			seenAt: string;
			/** Format: date-time */
			resolvedAt: string | null;
			timeToDetectSeconds: number;
		};
		Repair: {
			id: number;
			part: string;
			place: {
				[key: string]: string | number;
			};
			what: string;
			before: string;
			after: string;
			/** Format: date-time */
			repairedAt: string;
		};
		Change: {
			cursor: string;
			/** @enum {string} */
			type: "organisation.registered" | "till.registered" | "till.key-registered" | "till.key-revoked" | "outage.closed" | "delegation.granted" | "delegation.revoked" | "range.allotted" | "range.assigned" | "act.recorded" | "provenance.registered" | "provenance.event" | "resource.registered" | "resource.transferred" | "grant.granted" | "grant.paused" | "grant.resumed" | "grant.revoked" | "consent.given" | "consent.withdrawn" | "crossing.approved" | "crossing.withdrawn" | "grant.revocation-proposed" | "grant.revocation-countersigned" | "grant.deletion-attested" | "grant.reviewed" | "request.made" | "request.answered" | "request.escalated" | "standing.opened" | "standing.closed" | "audit.sealed" | "status.sealed" | "division.registered" | "organisation.placed" | "duty.assigned" | "schema.registered" | "catalogue.published" | "catalogue.regraded" | "catalogue.transferred" | "catalogue.approved" | "catalogue.placed" | "catalogue.quarantined" | "catalogue.released" | "feedback.given" | "feedback.answered" | "feedback.closed" | "supervision.stated" | "supervision.looked" | "receipt.provided" | "receipt.acknowledged" | "receipt.disputed" | "template.approved" | "template.withdrawn" | "export.permitted" | "export.refused" | "use.changed" | "booking.changed" | "correction.requested" | "correction.changed" | "correction.completed" | "claim.reserved" | "claim.changed" | "pledge.made" | "pledge.released" | "rules.published" | "ledger.handed-over" | "ledger.taken-over" | "invoice.issued";
			/** Format: date-time */
			time: string;
			/**
			 * @description Invoice number: year 2, region 2, channel 1, sequence 15 digits
			 * @example 26440000000000000001
			 */
			number?: string;
			test?: boolean;
			/** @description Of what is no invoice: the id of what it is about */
			subject?: string;
		};
		VerificationResult: {
			/** @enum {string} */
			result: "genuine" | "partly-red" | "wholly-red" | "test" | "registered" | "differing" | "unknown" | "invalid";
			number?: string;
			/** @description Of a content */
			digest?: string;
			/** @description The first one of a content */
			registration?: {
				/** @description Place in the ledger, and in the public log */
				sequence: number;
				/** Format: date-time */
				time: string;
				/** @description Id of an organisation or a till */
				registrant: string;
				/** @description True for a sandbox organisation: worth nothing */
				test: boolean;
				/** @enum {string} */
				kind: "document" | "dataset" | "work" | "item";
				parents: string[];
				/** @description SHA-256 of the source's public key (SPKI) */
				signer: string;
				/**
				 * @description The source's signature, verified again now; erased: the statement is gone, it was valid when recorded
				 * @enum {string}
				 */
				signature: "valid" | "wrong" | "erased";
				/** @description Statement, signature and description: for the registrant and for supervisors */
				content?: {
					[key: string]: unknown;
				};
			};
			differing?: ("date" | "total")[];
			reason?: string;
			checks?: {
				/** @enum {string} */
				id: "form" | "leaf" | "commitment" | "source" | "erasure" | "proof" | "inclusion" | "log" | "witnesses" | "commit" | "status" | "anchors";
				ok: boolean | "skipped";
				en: string;
				zh: string;
			}[];
			summary?: {
				type?: string;
				time?: string;
				number?: string;
				issuedAt?: string;
				currency?: string;
				test?: boolean;
				totals?: unknown;
				provenance?: {
					[key: string]: unknown;
				};
				hidden?: number;
				/** @description Hidden fields whose place leaves no doubt */
				hiddenNames?: string[];
				commit?: {
					block: number;
					transaction: number;
					id?: string;
					attestedBy: string[];
				};
				erasure?: {
					attestedBy: string[];
				} & {
					[key: string]: unknown;
				};
			};
		};
		VerificationResults: {
			items: components["schemas"]["VerificationResult"][];
		};
		VerificationRequest: {
			number: string;
			/**
			 * Format: date
			 * @description The date on the paper, in China
			 */
			date: string;
			total: string;
		} | {
			/** @description Text of the QR code on the paper */
			qr: string;
		} | {
			/** @description An offline bundle (*.lianpiao.json) */
			bundle: {
				[key: string]: unknown;
			};
		} | {
			/**
			 * @description SHA-256 of the content
			 * @example sha256:5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f
			 */
			digest: string;
		} | components["schemas"]["VerificationList"];
		VerificationList: {
			items: components["schemas"]["VerificationItem"][];
		};
		VerificationItem: {
			number: string;
			/**
			 * Format: date
			 * @description The date on the paper, in China
			 */
			date: string;
			total: string;
		} | {
			/** @description Text of the QR code on the paper */
			qr: string;
		} | {
			/** @description An offline bundle (*.lianpiao.json) */
			bundle: {
				[key: string]: unknown;
			};
		} | {
			/**
			 * @description SHA-256 of the content
			 * @example sha256:5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f
			 */
			digest: string;
		};
		Witness: {
			name: string;
			vkey: string;
			/** @description Of the checkpoint that it cosigned last */
			size: number;
			/** Format: date-time */
			answeredAt: string | null;
			/**
			 * @description Null when all is well
			 * @enum {string|null}
			 */
			trouble: "other-size" | "refused" | "unreachable" | "wrong" | null;
		};
		Readiness: {
			ready: boolean;
			parts: {
				ledger: {
					ready: boolean;
					length: number;
				};
				redis: {
					ready: boolean;
				};
				index: {
					ready: boolean;
					height: number;
				};
				log: {
					ready: boolean;
					size: number;
				};
				network: {
					ready: boolean;
				};
				workers: {
					ready: boolean;
				};
				disk: {
					ready: boolean;
					freeBytes: number;
				};
			};
		};
		WebhookWithSecret: {
			id: string;
			url: string;
			/** @description null: all */
			types: ("organisation.registered" | "till.registered" | "delegation.granted" | "delegation.revoked" | "range.allotted" | "range.assigned" | "till.key-registered" | "till.key-revoked" | "outage.closed" | "provenance.registered" | "provenance.event" | "resource.registered" | "resource.transferred" | "grant.granted" | "grant.paused" | "grant.resumed" | "grant.revoked" | "organisation.placed" | "duty.assigned" | "schema.registered" | "catalogue.published" | "catalogue.regraded" | "catalogue.transferred" | "catalogue.approved" | "catalogue.placed" | "catalogue.quarantined" | "catalogue.released" | "feedback.given" | "feedback.answered" | "feedback.closed" | "supervision.stated" | "supervision.looked" | "division.registered" | "receipt.provided" | "receipt.acknowledged" | "receipt.disputed" | "template.approved" | "template.withdrawn" | "export.permitted" | "export.refused" | "grant.revocation-proposed" | "grant.revocation-countersigned" | "grant.deletion-attested" | "grant.reviewed" | "consent.given" | "consent.withdrawn" | "crossing.approved" | "crossing.withdrawn" | "request.made" | "request.answered" | "request.escalated" | "standing.opened" | "standing.closed" | "audit.sealed" | "status.sealed" | "ledger.handed-over" | "ledger.taken-over" | "use.changed" | "booking.changed" | "correction.requested" | "correction.changed" | "correction.completed" | "claim.reserved" | "claim.changed" | "pledge.made" | "pledge.released" | "rules.published" | "invoice.issued" | "act.recorded")[] | null;
			/** @enum {string} */
			status: "active" | "paused" | "disabled";
			/**
			 * @description Why it does not deliver: paused by its owner, an event was given up, or the receiver answered 410
			 * @enum {string|null}
			 */
			stop: "owner" | "given-up" | "gone" | null;
			/** @description Everything below is done */
			cursor: string;
			/** @description Failed attempts for the next event */
			failures: number;
			/** Format: date-time */
			nextAttemptAt: string | null;
			/**
			 * Format: date-time
			 * @description Until then the secret before the last rotation signs too
			 */
			formerSecretUntil: string | null;
			/** Format: date-time */
			createdAt: string;
			/** @description Id of the API key that made it */
			createdBy: string;
			/** @description Shown this once */
			secret: string;
		};
		WebhookRequest: {
			/** @description https, to a public address; no credentials, no fragment */
			url: string;
			/** @description Types of entries to deliver; all when absent */
			types?: ("organisation.registered" | "till.registered" | "delegation.granted" | "delegation.revoked" | "range.allotted" | "range.assigned" | "till.key-registered" | "till.key-revoked" | "outage.closed" | "provenance.registered" | "provenance.event" | "resource.registered" | "resource.transferred" | "grant.granted" | "grant.paused" | "grant.resumed" | "grant.revoked" | "organisation.placed" | "duty.assigned" | "schema.registered" | "catalogue.published" | "catalogue.regraded" | "catalogue.transferred" | "catalogue.approved" | "catalogue.placed" | "catalogue.quarantined" | "catalogue.released" | "feedback.given" | "feedback.answered" | "feedback.closed" | "supervision.stated" | "supervision.looked" | "division.registered" | "receipt.provided" | "receipt.acknowledged" | "receipt.disputed" | "template.approved" | "template.withdrawn" | "export.permitted" | "export.refused" | "grant.revocation-proposed" | "grant.revocation-countersigned" | "grant.deletion-attested" | "grant.reviewed" | "consent.given" | "consent.withdrawn" | "crossing.approved" | "crossing.withdrawn" | "request.made" | "request.answered" | "request.escalated" | "standing.opened" | "standing.closed" | "audit.sealed" | "status.sealed" | "ledger.handed-over" | "ledger.taken-over" | "use.changed" | "booking.changed" | "correction.requested" | "correction.changed" | "correction.completed" | "claim.reserved" | "claim.changed" | "pledge.made" | "pledge.released" | "rules.published" | "invoice.issued" | "act.recorded")[];
			/** @description Cursor to start from; what happens from now on when absent */
			after?: string;
			/** @description Why; kept with the act */
			reason: string;
		};
		Webhook: {
			id: string;
			url: string;
			/** @description null: all */
			types: ("organisation.registered" | "till.registered" | "delegation.granted" | "delegation.revoked" | "range.allotted" | "range.assigned" | "till.key-registered" | "till.key-revoked" | "outage.closed" | "provenance.registered" | "provenance.event" | "resource.registered" | "resource.transferred" | "grant.granted" | "grant.paused" | "grant.resumed" | "grant.revoked" | "organisation.placed" | "duty.assigned" | "schema.registered" | "catalogue.published" | "catalogue.regraded" | "catalogue.transferred" | "catalogue.approved" | "catalogue.placed" | "catalogue.quarantined" | "catalogue.released" | "feedback.given" | "feedback.answered" | "feedback.closed" | "supervision.stated" | "supervision.looked" | "division.registered" | "receipt.provided" | "receipt.acknowledged" | "receipt.disputed" | "template.approved" | "template.withdrawn" | "export.permitted" | "export.refused" | "grant.revocation-proposed" | "grant.revocation-countersigned" | "grant.deletion-attested" | "grant.reviewed" | "consent.given" | "consent.withdrawn" | "crossing.approved" | "crossing.withdrawn" | "request.made" | "request.answered" | "request.escalated" | "standing.opened" | "standing.closed" | "audit.sealed" | "status.sealed" | "ledger.handed-over" | "ledger.taken-over" | "use.changed" | "booking.changed" | "correction.requested" | "correction.changed" | "correction.completed" | "claim.reserved" | "claim.changed" | "pledge.made" | "pledge.released" | "rules.published" | "invoice.issued" | "act.recorded")[] | null;
			/** @enum {string} */
			status: "active" | "paused" | "disabled";
			/**
			 * @description Why it does not deliver: paused by its owner, an event was given up, or the receiver answered 410
			 * @enum {string|null}
			 */
			stop: "owner" | "given-up" | "gone" | null;
			/** @description Everything below is done */
			cursor: string;
			/** @description Failed attempts for the next event */
			failures: number;
			/** Format: date-time */
			nextAttemptAt: string | null;
			/**
			 * Format: date-time
			 * @description Until then the secret before the last rotation signs too
			 */
			formerSecretUntil: string | null;
			/** Format: date-time */
			createdAt: string;
			/** @description Id of the API key that made it */
			createdBy: string;
		};
		WebhookChange: {
			/** @description https, to a public address; no credentials, no fragment */
			url?: string;
			/** @description null for all */
			types?: ("organisation.registered" | "till.registered" | "delegation.granted" | "delegation.revoked" | "range.allotted" | "range.assigned" | "till.key-registered" | "till.key-revoked" | "outage.closed" | "provenance.registered" | "provenance.event" | "resource.registered" | "resource.transferred" | "grant.granted" | "grant.paused" | "grant.resumed" | "grant.revoked" | "organisation.placed" | "duty.assigned" | "schema.registered" | "catalogue.published" | "catalogue.regraded" | "catalogue.transferred" | "catalogue.approved" | "catalogue.placed" | "catalogue.quarantined" | "catalogue.released" | "feedback.given" | "feedback.answered" | "feedback.closed" | "supervision.stated" | "supervision.looked" | "division.registered" | "receipt.provided" | "receipt.acknowledged" | "receipt.disputed" | "template.approved" | "template.withdrawn" | "export.permitted" | "export.refused" | "grant.revocation-proposed" | "grant.revocation-countersigned" | "grant.deletion-attested" | "grant.reviewed" | "consent.given" | "consent.withdrawn" | "crossing.approved" | "crossing.withdrawn" | "request.made" | "request.answered" | "request.escalated" | "standing.opened" | "standing.closed" | "audit.sealed" | "status.sealed" | "ledger.handed-over" | "ledger.taken-over" | "use.changed" | "booking.changed" | "correction.requested" | "correction.changed" | "correction.completed" | "claim.reserved" | "claim.changed" | "pledge.made" | "pledge.released" | "rules.published" | "invoice.issued" | "act.recorded")[] | null;
			/**
			 * @description Until it is resumed
			 * @enum {string}
			 */
			status?: "paused";
			/** @description Why; kept with the act */
			reason: string;
		};
		WebhookResume: {
			/**
			 * @description Go on behind the event that was given up
			 * @default false
			 */
			skip: boolean;
			/** @description Why; kept with the act */
			reason: string;
		};
		DeliveryAttempt: {
			number: number;
			/** @description As in the header webhook-id: the same in every attempt */
			message: string;
			cursor: string;
			type: string;
			/** Format: date-time */
			at: string;
			ms: number;
			/**
			 * @description The status of the receiver's answer, or a word for why there was none
			 * @example 500
			 */
			outcome: string;
		};
		DeadLetter: {
			/** @description As in the header webhook-id: the same in every attempt */
			message: string;
			cursor: string;
			type: string;
			/** Format: date-time */
			givenUpAt: string;
			attempts: number;
			/**
			 * @description The status of the receiver's answer, or a word for why there was none
			 * @example 500
			 */
			outcome: string;
			/** @description True when the webhook went on behind it; false while it holds up the rest */
			skipped: boolean;
			redelivering: boolean;
		};
		/** @description Where a checkpoint of the log was published on an EVM chain */
		Anchor: {
			/** @description Leaves of the log under the checkpoint */
			size: number;
			root: string;
			chainId: number;
			contract: string;
			transaction: string;
			block: number;
			/** Format: date-time */
			confirmedAt: string;
		};
		AnchorAlarm: {
			code: string;
			title: string;
			titleZh: string;
			detail: string;
			/** Format: date-time */
			since: string;
			/** Format: date-time */
			closedAt: string | null;
		};
	};
	responses: {
		Refusal401n1: {
			headers: {
				"X-Request-Id": string;
				"WWW-Authenticate": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CERTIFICATE_UNPROVEN" | "CREDENTIALS_INVALID" | "CREDENTIALS_MISSING";
					/** @constant */
					status?: 401;
				};
			};
		};
		Refusal403n2: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal429n3: {
			headers: {
				"X-Request-Id": string;
				/** @description Seconds after which to try again */
				"Retry-After"?: string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "RATE_LIMITED";
					/** @constant */
					status?: 429;
				};
			};
		};
		Refusal500n4: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "INTERNAL";
					/** @constant */
					status?: 500;
				};
			};
		};
		Refusal401n5: {
			headers: {
				"X-Request-Id": string;
				"WWW-Authenticate": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CREDENTIALS_INVALID";
					/** @constant */
					status?: 401;
				};
			};
		};
		Refusal400n6: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "FIELD_INVALID";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal404n7: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "NOT_FOUND";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal400n8: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "BODY_MALFORMED" | "DIGEST_MALFORMED" | "FIELD_INVALID" | "FIELD_MISSING" | "FIELD_UNKNOWN" | "MONEY_MALFORMED" | "NUMBER_MALFORMED" | "TAXPAYER_ID_MALFORMED" | "TEXT_NOT_WELL_FORMED" | "TIME_MALFORMED";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal403n9: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN" | "TILL_NOT_YOURS";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal404n10: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "TILL_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal409n11: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "INVOICE_CONFLICT" | "RANGE_EXHAUSTED";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal413n12: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "BODY_TOO_LARGE";
					/** @constant */
					status?: 413;
				};
			};
		};
		Refusal415n13: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "MEDIA_TYPE_UNSUPPORTED";
					/** @constant */
					status?: 415;
				};
			};
		};
		Refusal422n14: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "AMOUNT_SIGN_WRONG" | "CURRENCY_INVALID" | "LINE_AMOUNT_WRONG" | "LINE_TAX_WRONG" | "NUMBER_OUT_OF_RANGE" | "RATE_UNKNOWN" | "SELLER_MISMATCH" | "TAXPAYER_ID_CHECK" | "TAX_BREAKDOWN_WRONG" | "TIME_IN_FUTURE" | "TOTALS_WRONG";
					/** @constant */
					status?: 422;
				};
			};
		};
		Refusal503n15: {
			headers: {
				"X-Request-Id": string;
				/** @description Seconds after which to try again */
				"Retry-After"?: string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "QUEUE_FULL";
					/** @constant */
					status?: 503;
				};
			};
		};
		Refusal400n16: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CURSOR_INVALID" | "FIELD_INVALID" | "FIELD_UNKNOWN";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal503n17: {
			headers: {
				"X-Request-Id": string;
				/** @description Seconds after which to try again */
				"Retry-After"?: string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "DATABASE_UNAVAILABLE";
					/** @constant */
					status?: 503;
				};
			};
		};
		Refusal400n18: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "BODY_MALFORMED" | "FIELD_INVALID" | "FIELD_MISSING" | "FIELD_UNKNOWN" | "TEXT_NOT_WELL_FORMED";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal413n19: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "BATCH_TOO_LONG" | "BODY_TOO_LARGE";
					/** @constant */
					status?: 413;
				};
			};
		};
		Refusal400n20: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CURSOR_INVALID" | "FIELD_INVALID" | "FIELD_UNKNOWN" | "MONEY_MALFORMED" | "NUMBER_MALFORMED" | "TEXT_NOT_WELL_FORMED" | "TIME_MALFORMED";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal400n21: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "FIELD_INVALID" | "NUMBER_MALFORMED";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal404n22: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "INVOICE_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal400n23: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "FIELD_INVALID" | "FIELD_UNKNOWN" | "NUMBER_MALFORMED";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal410n24: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "INVOICE_ERASED";
					/** @constant */
					status?: 410;
				};
			};
		};
		Refusal503n25: {
			headers: {
				"X-Request-Id": string;
				/** @description Seconds after which to try again */
				"Retry-After"?: string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "COMMIT_UNATTESTED" | "PROOF_PENDING";
					/** @constant */
					status?: 503;
				};
			};
		};
		Refusal400n26: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "BODY_MALFORMED" | "FIELD_INVALID" | "FIELD_MISSING" | "FIELD_UNKNOWN" | "NUMBER_MALFORMED" | "TEXT_NOT_WELL_FORMED";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal409n27: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "LIFE_MOVED";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal403n28: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN" | "INVOICE_NOT_YOURS";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal404n29: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CLAIM_UNKNOWN" | "INVOICE_UNKNOWN" | "ORGANISATION_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal409n30: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CORRECTION_PENDING" | "INVOICE_RED" | "USE_STATE_WRONG";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal422n31: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "LIFE_OPENING_WRONG";
					/** @constant */
					status?: 422;
				};
			};
		};
		Refusal503n32: {
			headers: {
				"X-Request-Id": string;
				/** @description Seconds after which to try again */
				"Retry-After"?: string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "LEDGER_CONTENDED" | "QUEUE_FULL";
					/** @constant */
					status?: 503;
				};
			};
		};
		Refusal409n33: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "BOOKING_STATE_WRONG" | "CORRECTION_PENDING" | "INVOICE_RED";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal400n34: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "BODY_MALFORMED" | "FIELD_INVALID" | "FIELD_MISSING" | "FIELD_UNKNOWN" | "MONEY_MALFORMED" | "NUMBER_MALFORMED" | "TEXT_NOT_WELL_FORMED";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal403n35: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN" | "CORRECTION_NOT_YOURS" | "INVOICE_NOT_YOURS" | "TILL_NOT_YOURS";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal404n36: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CLAIM_UNKNOWN" | "CORRECTION_UNKNOWN" | "INVOICE_UNKNOWN" | "ORGANISATION_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal409n37: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CORRECTION_EXISTS" | "CORRECTION_EXPIRED" | "CORRECTION_NEEDS_CONFIRMATION" | "CORRECTION_NEEDS_NONE" | "CORRECTION_PENDING" | "CORRECTION_STATE_WRONG" | "CORRECTION_UNCONFIRMED" | "INVOICE_CONFLICT" | "INVOICE_PLEDGED" | "INVOICE_RED" | "RANGE_EXHAUSTED";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal422n38: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CORRECTION_CONTENT_WRONG" | "DOCUMENT_UNSUPPORTED" | "LIFE_OPENING_WRONG" | "LINE_TAX_WRONG" | "REFUND_LINE_UNKNOWN" | "REFUND_TOO_LARGE";
					/** @constant */
					status?: 422;
				};
			};
		};
		Refusal409n39: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CORRECTION_EXPIRED" | "CORRECTION_PENDING" | "CORRECTION_STATE_WRONG" | "CORRECTION_UNCONFIRMED" | "INVOICE_CONFLICT" | "INVOICE_RED" | "RANGE_EXHAUSTED";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal422n40: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CORRECTION_CONTENT_WRONG" | "LIFE_OPENING_WRONG";
					/** @constant */
					status?: 422;
				};
			};
		};
		Refusal400n41: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "BODY_MALFORMED" | "FIELD_INVALID" | "FIELD_MISSING" | "FIELD_UNKNOWN" | "MONEY_MALFORMED" | "NUMBER_MALFORMED" | "TEXT_NOT_WELL_FORMED" | "TIME_MALFORMED";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal404n42: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "INVOICE_UNKNOWN" | "ORGANISATION_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal409n43: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CLAIM_AMOUNT_TAKEN" | "CLAIM_EXISTS" | "CLAIM_LIMIT" | "CORRECTION_PENDING" | "INVOICE_PLEDGED" | "INVOICE_RED";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal422n44: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CLAIM_CURRENCY_WRONG" | "CLAIM_LEASE_INVALID" | "LIFE_OPENING_WRONG";
					/** @constant */
					status?: 422;
				};
			};
		};
		Refusal404n45: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CLAIM_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal403n46: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN" | "CLAIM_NOT_YOURS";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal409n47: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CLAIM_EXPIRED" | "CLAIM_FENCE_STALE" | "CLAIM_STATE_WRONG" | "CORRECTION_PENDING" | "INVOICE_RED";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal422n48: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CLAIM_LEASE_INVALID";
					/** @constant */
					status?: 422;
				};
			};
		};
		Refusal403n49: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN" | "INVOICE_NOT_YOURS" | "PLEDGE_NOT_YOURS" | "TILL_NOT_YOURS";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal409n50: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CORRECTION_PENDING" | "INVOICE_RED" | "PLEDGE_EXISTS" | "PLEDGE_STATE_WRONG";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal404n51: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "INVOICE_UNKNOWN" | "PLEDGE_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal403n52: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN" | "PLEDGE_NOT_YOURS";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal404n53: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "PLEDGE_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal409n54: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "PLEDGE_STATE_WRONG";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal409n55: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "RULES_VERSION_OLD";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal400n56: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "BODY_MALFORMED" | "FIELD_INVALID" | "FIELD_MISSING" | "FIELD_UNKNOWN" | "MONEY_MALFORMED" | "TEXT_NOT_WELL_FORMED" | "TIME_MALFORMED";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal400n57: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "BODY_MALFORMED" | "DOCUMENT_MALFORMED" | "FIELD_INVALID" | "FIELD_MISSING" | "FIELD_UNKNOWN" | "MONEY_MALFORMED" | "NUMBER_MALFORMED" | "TEXT_NOT_WELL_FORMED" | "TIME_MALFORMED";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal422n58: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "AMOUNT_SIGN_WRONG" | "CORRECTION_CONTENT_WRONG" | "DOCUMENT_UNSUPPORTED" | "LIFE_OPENING_WRONG" | "LINE_TAX_WRONG" | "REFUND_LINE_UNKNOWN" | "REFUND_TOO_LARGE" | "TOTALS_WRONG";
					/** @constant */
					status?: 422;
				};
			};
		};
		Refusal409n59: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CLAIM_STATE_WRONG";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal422n60: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACCOUNTING_UNBALANCED";
					/** @constant */
					status?: 422;
				};
			};
		};
		Refusal400n61: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "BODY_MALFORMED" | "FIELD_INVALID" | "FIELD_MISSING" | "FIELD_UNKNOWN" | "FIGURES_MALFORMED" | "MONEY_MALFORMED" | "TEXT_NOT_WELL_FORMED" | "TIME_MALFORMED";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal404n62: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "INVOICE_UNKNOWN" | "NOT_FOUND";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal400n63: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "BODY_MALFORMED" | "DIGEST_MALFORMED" | "FIELD_INVALID" | "FIELD_MISSING" | "FIELD_UNKNOWN" | "MONEY_MALFORMED" | "TEXT_NOT_WELL_FORMED" | "TIME_MALFORMED";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal409n64: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "INVOICE_EXISTS" | "SALE_CONFLICT";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal422n65: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "AMOUNT_SIGN_WRONG" | "CURRENCY_INVALID" | "LINE_AMOUNT_WRONG" | "LINE_TAX_WRONG" | "RATE_UNKNOWN" | "TIME_IN_FUTURE" | "TOTALS_WRONG";
					/** @constant */
					status?: 422;
				};
			};
		};
		Refusal400n66: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CURSOR_INVALID" | "FIELD_INVALID" | "FIELD_UNKNOWN" | "TIME_MALFORMED";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal400n67: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "FIELD_INVALID" | "FIELD_MISSING" | "FIELD_UNKNOWN" | "TIME_MALFORMED";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal400n68: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "BODY_MALFORMED" | "FIELD_INVALID" | "FIELD_MISSING" | "FIELD_UNKNOWN" | "TEXT_NOT_WELL_FORMED" | "TIME_MALFORMED";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal404n69: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "SALE_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal409n70: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "SALE_PAID";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal410n71: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "SALE_CANCELLED" | "SALE_ERASED";
					/** @constant */
					status?: 410;
				};
			};
		};
		Refusal409n72: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "SALE_CLAIMING" | "SALE_INVOICED";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal410n73: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "SALE_CANCELLED";
					/** @constant */
					status?: 410;
				};
			};
		};
		Refusal410n74: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "SALE_ERASED";
					/** @constant */
					status?: 410;
				};
			};
		};
		Refusal400n75: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "BODY_MALFORMED" | "FIELD_INVALID" | "FIELD_MISSING" | "FIELD_UNKNOWN" | "MONEY_MALFORMED" | "TEXT_NOT_WELL_FORMED";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal409n76: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "REFUND_CONFLICT" | "SALE_CLAIMING";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal422n77: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "LINE_TAX_WRONG" | "REFUND_LINE_UNKNOWN" | "REFUND_TOO_LARGE";
					/** @constant */
					status?: 422;
				};
			};
		};
		Refusal400n78: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CLAIM_CODE_WRONG" | "FIELD_INVALID";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal400n79: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "BODY_MALFORMED" | "CLAIM_CODE_WRONG" | "DIGEST_MALFORMED" | "FIELD_INVALID" | "FIELD_MISSING" | "FIELD_UNKNOWN" | "MONEY_MALFORMED" | "NUMBER_MALFORMED" | "TAXPAYER_ID_MALFORMED" | "TEXT_NOT_WELL_FORMED" | "TIME_MALFORMED";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal403n80: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "TILL_NOT_YOURS";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal404n81: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "SALE_UNKNOWN" | "TILL_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal409n82: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "RANGE_EXHAUSTED" | "SALE_INVOICED" | "SALE_UNPAID";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal410n83: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "INVOICE_ERASED" | "SALE_CANCELLED" | "SALE_ERASED" | "SALE_EXPIRED";
					/** @constant */
					status?: 410;
				};
			};
		};
		Refusal401n84: {
			headers: {
				"X-Request-Id": string;
				"WWW-Authenticate": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CREDENTIALS_INVALID" | "HOLDER_TOKEN_INVALID";
					/** @constant */
					status?: 401;
				};
			};
		};
		Refusal404n85: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "INVOICE_UNKNOWN" | "SALE_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal400n86: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CLAIM_CODE_WRONG" | "FIELD_INVALID" | "FIELD_UNKNOWN";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal503n87: {
			headers: {
				"X-Request-Id": string;
				/** @description Seconds after which to try again */
				"Retry-After"?: string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "PROOF_PENDING" | "QUEUE_FULL";
					/** @constant */
					status?: 503;
				};
			};
		};
		Refusal504n88: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "DEADLINE_EXCEEDED";
					/** @constant */
					status?: 504;
				};
			};
		};
		Refusal400n89: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "BODY_MALFORMED" | "CLAIM_CODE_WRONG" | "FIELD_INVALID" | "FIELD_MISSING" | "FIELD_UNKNOWN" | "TEXT_NOT_WELL_FORMED";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal404n90: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "INVOICE_UNKNOWN" | "ORGANISATION_UNKNOWN" | "SALE_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal422n91: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "DOCUMENT_UNSUPPORTED";
					/** @constant */
					status?: 422;
				};
			};
		};
		Refusal404n92: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "INVOICE_UNKNOWN" | "ORIGINAL_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal400n93: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "BODY_MALFORMED" | "DIGEST_MALFORMED" | "DOCUMENT_MALFORMED" | "FIELD_INVALID" | "FIELD_MISSING" | "FIELD_UNKNOWN" | "MONEY_MALFORMED" | "NUMBER_MALFORMED" | "TAXPAYER_ID_MALFORMED" | "TEXT_NOT_WELL_FORMED" | "TIME_MALFORMED";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal422n94: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "AMOUNT_SIGN_WRONG" | "CURRENCY_INVALID" | "DOCUMENT_RULES_BROKEN" | "DOCUMENT_UNSUPPORTED" | "LINE_AMOUNT_WRONG" | "LINE_TAX_WRONG" | "NUMBER_OUT_OF_RANGE" | "RATE_UNKNOWN" | "SELLER_MISMATCH" | "TAXPAYER_ID_CHECK" | "TAX_BREAKDOWN_WRONG" | "TIME_IN_FUTURE" | "TOTALS_WRONG";
					/** @constant */
					status?: 422;
				};
			};
		};
		Refusal409n95: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "RANGE_EXHAUSTED";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal413n96: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "BODY_TOO_LARGE" | "EVIDENCE_TOO_LARGE";
					/** @constant */
					status?: 413;
				};
			};
		};
		Refusal400n97: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "BODY_MALFORMED" | "FIELD_INVALID" | "FIELD_MISSING" | "FIELD_UNKNOWN" | "TAXPAYER_ID_MALFORMED" | "TEXT_NOT_WELL_FORMED";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal409n98: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ORGANISATION_EXISTS" | "TAXPAYER_EXISTS";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal422n99: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "TAXPAYER_ID_CHECK";
					/** @constant */
					status?: 422;
				};
			};
		};
		Refusal404n100: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ORGANISATION_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal409n101: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "TILL_EXISTS";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal400n102: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "BODY_MALFORMED" | "FIELD_INVALID" | "FIELD_MISSING" | "FIELD_UNKNOWN" | "RANGE_INVALID" | "TEXT_NOT_WELL_FORMED";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal409n103: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "RANGE_OVERLAPS" | "RANGE_QUOTA";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal409n104: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "DELEGATION_EXISTS";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal404n105: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "DELEGATION_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal409n106: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "TILL_KEY_MISSING";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal409n107: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "TILL_KEY_EXISTS";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal404n108: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ORGANISATION_UNKNOWN" | "TILL_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal409n109: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "OUTAGE_NOT_OPEN" | "TILL_KEY_MISSING";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal422n110: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "OFFLINE_SIGNATURE_WRONG" | "OUTAGE_MISMATCH" | "TILL_KEY_FOREIGN";
					/** @constant */
					status?: 422;
				};
			};
		};
		Refusal400n111: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "BODY_MALFORMED" | "DIGEST_MALFORMED" | "FIELD_INVALID" | "FIELD_MISSING" | "FIELD_UNKNOWN" | "TEXT_NOT_WELL_FORMED" | "TIME_MALFORMED";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal409n112: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "PROVENANCE_EXISTS";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal422n113: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "PROVENANCE_CYCLE" | "PROVENANCE_PARENT_UNKNOWN" | "STATEMENT_SIGNATURE_WRONG";
					/** @constant */
					status?: 422;
				};
			};
		};
		Refusal400n114: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CURSOR_INVALID" | "DIGEST_MALFORMED" | "FIELD_INVALID" | "FIELD_UNKNOWN";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal404n115: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "PROVENANCE_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal400n116: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "BODY_MALFORMED" | "DIGEST_MALFORMED" | "FIELD_INVALID" | "FIELD_MISSING" | "FIELD_UNKNOWN" | "TEXT_NOT_WELL_FORMED";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal403n117: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN" | "PROVENANCE_NOT_YOURS";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal404n118: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ORGANISATION_UNKNOWN" | "PROVENANCE_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal410n119: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "PROVENANCE_ERASED";
					/** @constant */
					status?: 410;
				};
			};
		};
		Refusal400n120: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CURSOR_INVALID" | "DIGEST_MALFORMED" | "FIELD_INVALID" | "FIELD_MISSING" | "FIELD_UNKNOWN";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal400n121: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "DIGEST_MALFORMED" | "FIELD_INVALID";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal400n122: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "DIGEST_MALFORMED" | "FIELD_INVALID" | "FIELD_UNKNOWN";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal409n123: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "RESOURCE_EXISTS";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal422n124: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "SOURCE_INVALID";
					/** @constant */
					status?: 422;
				};
			};
		};
		Refusal503n125: {
			headers: {
				"X-Request-Id": string;
				/** @description Seconds after which to try again */
				"Retry-After"?: string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "QUEUE_FULL" | "SOURCE_UNAVAILABLE";
					/** @constant */
					status?: 503;
				};
			};
		};
		Refusal500n126: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "GRANT_RECORD_BROKEN" | "INTERNAL";
					/** @constant */
					status?: 500;
				};
			};
		};
		Refusal404n127: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "RESOURCE_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal403n128: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN" | "RESOURCE_NOT_YOURS";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal404n129: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ORGANISATION_UNKNOWN" | "RESOURCE_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal400n130: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "BODY_MALFORMED" | "FIELD_INVALID" | "FIELD_MISSING" | "FIELD_UNKNOWN" | "FILTER_INVALID" | "TEXT_NOT_WELL_FORMED" | "TIME_MALFORMED";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal403n131: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN" | "CONSENT_MISSING" | "CONSENT_WITHDRAWN" | "CROSSING_NOT_APPROVED" | "GRANT_EXPIRED" | "GRANT_NOT_STARTED" | "GRANT_NOT_YOURS" | "GRANT_PAUSED" | "GRANT_REVOKED" | "GRANT_RIGHT_MISSING" | "RESOURCE_NOT_YOURS" | "RESOURCE_QUARANTINED" | "SHARING_CLOSED" | "SHARING_DENIED" | "SHARING_UNAPPROVED" | "TITLE_UNPROVEN";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal404n132: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CONSENT_UNKNOWN" | "GRANT_UNKNOWN" | "ORGANISATION_UNKNOWN" | "RESOURCE_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal409n133: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CATALOGUE_ENTRY_RETIRED" | "GRANT_EXISTS" | "RESOURCE_NOT_CATALOGUED" | "REVIEW_DUE";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal422n134: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "GRANT_CONDITIONS_MISSING" | "GRANT_SCOPE_WIDER" | "GRANT_TERM_INVALID";
					/** @constant */
					status?: 422;
				};
			};
		};
		Refusal404n135: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "GRANT_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal403n136: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN" | "GRANT_NOT_YOURS" | "GRANT_REVOKED";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal409n137: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "GRANT_STATE_WRONG";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal401n138: {
			headers: {
				"X-Request-Id": string;
				"WWW-Authenticate": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CERTIFICATE_UNPROVEN" | "CREDENTIALS_INVALID" | "CREDENTIALS_MISSING" | "PROOF_INVALID";
					/** @constant */
					status?: 401;
				};
			};
		};
		Refusal403n139: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN" | "GRANT_NOT_YOURS";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal400n140: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "FIELD_INVALID" | "FIELD_UNKNOWN" | "FILTER_INVALID";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal401n141: {
			headers: {
				"X-Request-Id": string;
				"WWW-Authenticate": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CERTIFICATE_UNPROVEN" | "CREDENTIALS_INVALID" | "CREDENTIALS_MISSING" | "PROOF_INVALID" | "TOKEN_REPLAYED";
					/** @constant */
					status?: 401;
				};
			};
		};
		Refusal403n142: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN" | "CONSENT_WITHDRAWN" | "CROSSING_NOT_APPROVED" | "FIELD_MASKED" | "FIELD_NOT_GRANTED" | "GRANT_EXPIRED" | "GRANT_MODE_MISSING" | "GRANT_NOT_STARTED" | "GRANT_PAUSED" | "GRANT_REVOKED" | "LEVEL_AGGREGATE_ONLY" | "RESOURCE_QUARANTINED" | "TOKEN_OF_ANOTHER_GRANT";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal429n143: {
			headers: {
				"X-Request-Id": string;
				/** @description Seconds after which to try again */
				"Retry-After"?: string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "GRANT_FREQUENCY_SPENT" | "RATE_LIMITED";
					/** @constant */
					status?: 429;
				};
			};
		};
		Refusal502n144: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "SOURCE_CHANGED";
					/** @constant */
					status?: 502;
				};
			};
		};
		Refusal400n145: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CURSOR_INVALID" | "FIELD_INVALID" | "FIELD_UNKNOWN" | "FILTER_INVALID";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal404n146: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "DIVISION_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal409n147: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "DIVISION_EXISTS";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal404n148: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "DIVISION_UNKNOWN" | "ORGANISATION_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal409n149: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "PLACEMENT_EXISTS";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal409n150: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ORGANISATION_NOT_PLACED" | "VERSION_NOT_NEXT";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal403n151: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN" | "CATALOGUE_ENTRY_NOT_YOURS" | "DUTY_NOT_YOURS";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal404n152: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "DUTY_UNKNOWN" | "ORGANISATION_UNKNOWN" | "SCHEMA_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal409n153: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CATALOGUE_ENTRY_RETIRED" | "DATUM_EXISTS" | "GRADE_CHANGE_WRONG" | "ORGANISATION_NOT_PLACED" | "VERSION_NOT_NEXT";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal422n154: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "DATUM_SOURCE_WRONG" | "OPENNESS_REFUSED";
					/** @constant */
					status?: 422;
				};
			};
		};
		Refusal404n155: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CATALOGUE_ENTRY_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal403n156: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN" | "CATALOGUE_ENTRY_NOT_YOURS";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal409n157: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CATALOGUE_ENTRY_RETIRED" | "GRADE_CHANGE_WRONG" | "VERSION_NOT_NEXT";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal404n158: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CATALOGUE_ENTRY_UNKNOWN" | "DUTY_UNKNOWN" | "ORGANISATION_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal409n159: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CATALOGUE_ENTRY_RETIRED" | "ORGANISATION_NOT_PLACED" | "VERSION_NOT_NEXT";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal404n160: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CATALOGUE_ENTRY_UNKNOWN" | "ORGANISATION_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal409n161: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CATALOGUE_ENTRY_RETIRED";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal409n162: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CATALOGUE_ENTRY_RETIRED" | "FEEDBACK_EXISTS";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal403n163: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN" | "FEEDBACK_NOT_YOURS";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal404n164: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "FEEDBACK_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal409n165: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "FEEDBACK_STATE_WRONG";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal403n166: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN" | "CATALOGUE_ENTRY_NOT_YOURS" | "RESOURCE_NOT_YOURS";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal404n167: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CATALOGUE_ENTRY_UNKNOWN" | "RESOURCE_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal404n168: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ORGANISATION_UNKNOWN" | "SUPERVISION_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal409n169: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "SUPERVISION_STANDS";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal422n170: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "SUPERVISION_AUTHORITY_WRONG";
					/** @constant */
					status?: 422;
				};
			};
		};
		Refusal409n171: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "VERSION_NOT_NEXT";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal403n172: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN" | "SCHEMA_NOT_YOURS";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal422n173: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "SCHEMA_INVALID";
					/** @constant */
					status?: 422;
				};
			};
		};
		Refusal400n174: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "FIELD_INVALID" | "FIELD_UNKNOWN";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal404n175: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "SCHEMA_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal400n176: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "BODY_MALFORMED" | "FIELD_INVALID";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal400n177: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "BODY_MALFORMED" | "DCAT_MALFORMED" | "FIELD_INVALID" | "FIELD_MISSING" | "FIELD_UNKNOWN" | "TEXT_NOT_WELL_FORMED";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal403n178: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN" | "RESOURCE_NOT_OPEN" | "RESOURCE_QUARANTINED";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal400n179: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CURSOR_INVALID" | "FIELD_INVALID" | "FIELD_UNKNOWN" | "RECEIPT_REASON_MISSING";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal409n180: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "RECEIPT_MISMATCH" | "RECEIPT_NOT_CONTIGUOUS";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal400n181: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "BODY_MALFORMED" | "FIELD_INVALID" | "FIELD_MISSING" | "FIELD_UNKNOWN" | "FILTER_INVALID" | "TEXT_NOT_WELL_FORMED";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal409n182: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "TEMPLATE_VERSION_WRONG";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal422n183: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "TEMPLATE_INVALID";
					/** @constant */
					status?: 422;
				};
			};
		};
		Refusal404n184: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "TEMPLATE_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal403n185: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN" | "RESOURCE_NOT_YOURS" | "TEMPLATE_WITHDRAWN";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal400n186: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "BODY_MALFORMED" | "FIELD_INVALID" | "FIELD_MISSING" | "FIELD_UNKNOWN" | "FILTER_INVALID" | "TEMPLATE_ARGUMENT_INVALID" | "TEXT_NOT_WELL_FORMED";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal403n187: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN" | "FIELD_NOT_GRANTED" | "GRANT_EXPIRED" | "GRANT_MODE_MISSING" | "GRANT_NOT_STARTED" | "GRANT_PAUSED" | "GRANT_REVOKED" | "TEMPLATE_WITHDRAWN" | "TOKEN_OF_ANOTHER_GRANT";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal404n188: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "GRANT_UNKNOWN" | "TEMPLATE_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal422n189: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "GROUP_TOO_SMALL" | "QUERY_DIFFERENCING" | "SOURCE_INVALID" | "TEMPLATE_INVALID";
					/** @constant */
					status?: 422;
				};
			};
		};
		Refusal429n190: {
			headers: {
				"X-Request-Id": string;
				/** @description Seconds after which to try again */
				"Retry-After"?: string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "GRANT_FREQUENCY_SPENT" | "QUERY_BUDGET_SPENT" | "RATE_LIMITED";
					/** @constant */
					status?: 429;
				};
			};
		};
		Refusal403n191: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN" | "EXPORT_EXPIRED" | "EXPORT_NOT_PERMITTED" | "EXPORT_REFUSED";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal404n192: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "RUN_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal403n193: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN" | "EXPORT_EXPIRED" | "EXPORT_REFUSED" | "RESOURCE_NOT_YOURS";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal404n194: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "GRANT_UNKNOWN" | "RUN_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal409n195: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "EXPORT_EXISTS";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal403n196: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN" | "CONSENT_MISSING" | "RESOURCE_NOT_YOURS";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal409n197: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CONSENT_EXISTS";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal409n198: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CROSSING_EXISTS";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal409n199: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "REQUEST_EXISTS";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal409n200: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "STANDING_EXISTS";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal422n201: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "GRANT_CONDITIONS_MISSING" | "GRANT_TERM_INVALID";
					/** @constant */
					status?: 422;
				};
			};
		};
		Refusal404n202: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CONSENT_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal403n203: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN" | "CONSENT_NOT_YOURS" | "CONSENT_WITHDRAWN";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal403n204: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN" | "CROSSING_NOT_APPROVED";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal404n205: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "REQUEST_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal403n206: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN" | "CONSENT_WITHDRAWN" | "CROSSING_NOT_APPROVED" | "GRANT_EXPIRED" | "GRANT_REVOKED" | "RESOURCE_NOT_YOURS";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal404n207: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "GRANT_UNKNOWN" | "ORGANISATION_UNKNOWN" | "REQUEST_UNKNOWN" | "RESOURCE_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal409n208: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "REQUEST_STATE_WRONG";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal403n209: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN" | "CONSENT_MISSING" | "RESOURCE_NOT_YOURS" | "STANDING_CLOSED";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal409n210: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "GRANT_EXISTS";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal422n211: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "GRANT_SCOPE_WIDER" | "GRANT_TERM_INVALID";
					/** @constant */
					status?: 422;
				};
			};
		};
		Refusal403n212: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN" | "RESOURCE_NOT_YOURS" | "STANDING_CLOSED";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal422n213: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "GRANT_CONDITIONS_MISSING";
					/** @constant */
					status?: 422;
				};
			};
		};
		Refusal401n214: {
			headers: {
				"X-Request-Id": string;
				"WWW-Authenticate": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CREDENTIALS_INVALID" | "CREDENTIALS_MISSING";
					/** @constant */
					status?: 401;
				};
			};
		};
		Refusal403n215: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ORIGIN_REFUSED";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal403n216: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CONSENT_WITHDRAWN" | "ORIGIN_REFUSED";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal409n217: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "OFFER_EXISTS";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal400n218: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CURSOR_INVALID" | "FIELD_INVALID" | "FIELD_MISSING" | "FIELD_UNKNOWN";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal404n219: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "OFFER_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal403n220: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN" | "PEER_UNKNOWN";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal409n221: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "NEGOTIATION_EXISTS";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal502n222: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "PEER_REFUSED";
					/** @constant */
					status?: 502;
				};
			};
		};
		Refusal503n223: {
			headers: {
				"X-Request-Id": string;
				/** @description Seconds after which to try again */
				"Retry-After"?: string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "PEER_UNAVAILABLE" | "QUEUE_FULL";
					/** @constant */
					status?: 503;
				};
			};
		};
		Refusal404n224: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "NEGOTIATION_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal404n225: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "NEGOTIATION_UNKNOWN" | "OFFER_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal409n226: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "NEGOTIATION_STATE_WRONG";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal404n227: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "TRANSFER_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal403n228: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN" | "GRANT_EXPIRED" | "GRANT_NOT_STARTED" | "GRANT_PAUSED" | "GRANT_REVOKED" | "PEER_UNKNOWN";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal404n229: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "GRANT_UNKNOWN" | "TRANSFER_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal409n230: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "TRANSFER_STATE_WRONG";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal400n231: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/json": components["schemas"]["ProtocolError"];
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "BODY_MALFORMED" | "CONTEXT_UNSUPPORTED" | "FIELD_INVALID" | "FIELD_MISSING" | "FIELD_UNKNOWN" | "TEXT_NOT_WELL_FORMED";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal401n232: {
			headers: {
				"X-Request-Id": string;
				"WWW-Authenticate": string;
				[name: string]: unknown;
			};
			content: {
				"application/json": components["schemas"]["ProtocolError"];
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CERTIFICATE_UNPROVEN" | "CREDENTIALS_INVALID" | "CREDENTIALS_MISSING";
					/** @constant */
					status?: 401;
				};
			};
		};
		Refusal403n233: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/json": components["schemas"]["ProtocolError"];
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal413n234: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/json": components["schemas"]["ProtocolError"];
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "BODY_TOO_LARGE";
					/** @constant */
					status?: 413;
				};
			};
		};
		Refusal415n235: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/json": components["schemas"]["ProtocolError"];
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "MEDIA_TYPE_UNSUPPORTED";
					/** @constant */
					status?: 415;
				};
			};
		};
		Refusal429n236: {
			headers: {
				"X-Request-Id": string;
				/** @description Seconds after which to try again */
				"Retry-After"?: string;
				[name: string]: unknown;
			};
			content: {
				"application/json": components["schemas"]["ProtocolError"];
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "RATE_LIMITED";
					/** @constant */
					status?: 429;
				};
			};
		};
		Refusal500n237: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/json": components["schemas"]["ProtocolError"];
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "GRANT_RECORD_BROKEN" | "INTERNAL";
					/** @constant */
					status?: 500;
				};
			};
		};
		Refusal400n238: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/json": components["schemas"]["ProtocolError"];
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "FIELD_INVALID";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal404n239: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/json": components["schemas"]["ProtocolError"];
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "RESOURCE_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal400n240: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/json": components["schemas"]["ProtocolError"];
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "BODY_MALFORMED" | "CONTEXT_UNSUPPORTED" | "FIELD_INVALID" | "FIELD_MISSING" | "FIELD_UNKNOWN" | "MESSAGE_MISMATCH" | "TEXT_NOT_WELL_FORMED" | "USAGE_POLICY_MALFORMED";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal403n241: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/json": components["schemas"]["ProtocolError"];
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN" | "PEER_UNKNOWN";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal404n242: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/json": components["schemas"]["ProtocolError"];
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "NEGOTIATION_UNKNOWN" | "OFFER_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal409n243: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/json": components["schemas"]["ProtocolError"];
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "NEGOTIATION_EXISTS" | "NEGOTIATION_STATE_WRONG";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal422n244: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/json": components["schemas"]["ProtocolError"];
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "USAGE_POLICY_CONTRADICTORY";
					/** @constant */
					status?: 422;
				};
			};
		};
		Refusal500n245: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/json": components["schemas"]["ProtocolError"];
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "INTERNAL";
					/** @constant */
					status?: 500;
				};
			};
		};
		Refusal502n246: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/json": components["schemas"]["ProtocolError"];
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "PEER_REFUSED";
					/** @constant */
					status?: 502;
				};
			};
		};
		Refusal503n247: {
			headers: {
				"X-Request-Id": string;
				/** @description Seconds after which to try again */
				"Retry-After"?: string;
				[name: string]: unknown;
			};
			content: {
				"application/json": components["schemas"]["ProtocolError"];
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "PEER_UNAVAILABLE" | "QUEUE_FULL";
					/** @constant */
					status?: 503;
				};
			};
		};
		Refusal400n248: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/json": components["schemas"]["ProtocolError"];
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CONTEXT_UNSUPPORTED" | "FIELD_INVALID" | "MESSAGE_MISMATCH" | "USAGE_POLICY_MALFORMED";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal409n249: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/json": components["schemas"]["ProtocolError"];
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "NEGOTIATION_STATE_WRONG";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal403n250: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/json": components["schemas"]["ProtocolError"];
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN" | "GRANT_EXPIRED" | "GRANT_NOT_STARTED" | "GRANT_PAUSED" | "GRANT_REVOKED" | "PEER_UNKNOWN";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal404n251: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/json": components["schemas"]["ProtocolError"];
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "GRANT_UNKNOWN" | "OFFER_UNKNOWN" | "TRANSFER_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal409n252: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/json": components["schemas"]["ProtocolError"];
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "NEGOTIATION_EXISTS" | "TRANSFER_STATE_WRONG";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal403n253: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/json": components["schemas"]["ProtocolError"];
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "ACTION_FORBIDDEN" | "GRANT_EXPIRED" | "GRANT_NOT_STARTED" | "GRANT_PAUSED" | "GRANT_REVOKED";
					/** @constant */
					status?: 403;
				};
			};
		};
		Refusal404n254: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/json": components["schemas"]["ProtocolError"];
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "GRANT_UNKNOWN" | "TRANSFER_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal409n255: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/json": components["schemas"]["ProtocolError"];
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "TRANSFER_STATE_WRONG";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal400n256: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "BODY_MALFORMED" | "CSV_HEADER_INVALID" | "CSV_MALFORMED" | "FIELD_INVALID" | "FIELD_MISSING" | "FIELD_UNKNOWN" | "MONEY_MALFORMED" | "TEXT_NOT_WELL_FORMED" | "TIME_MALFORMED";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal413n257: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "BODY_TOO_LARGE" | "CSV_TOO_LONG";
					/** @constant */
					status?: 413;
				};
			};
		};
		Refusal422n258: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "CURRENCY_INVALID";
					/** @constant */
					status?: 422;
				};
			};
		};
		Refusal400n259: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "FIELD_INVALID" | "FIELD_UNKNOWN" | "TIME_MALFORMED";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal400n260: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "BODY_MALFORMED" | "DIGEST_MALFORMED" | "FIELD_INVALID" | "FIELD_MISSING" | "FIELD_UNKNOWN" | "MONEY_MALFORMED" | "NUMBER_MALFORMED" | "TEXT_NOT_WELL_FORMED" | "TIME_MALFORMED";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal503n261: {
			headers: {
				"X-Request-Id": string;
				/** @description Seconds after which to try again */
				"Retry-After"?: string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "PROOF_PENDING";
					/** @constant */
					status?: 503;
				};
			};
		};
		Refusal410n262: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "LOG_PRUNED";
					/** @constant */
					status?: 410;
				};
			};
		};
		Refusal400n263: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "BODY_MALFORMED" | "CURSOR_INVALID" | "FIELD_INVALID" | "FIELD_MISSING" | "FIELD_UNKNOWN" | "TEXT_NOT_WELL_FORMED";
					/** @constant */
					status?: 400;
				};
			};
		};
		Refusal409n264: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "WEBHOOK_LIMIT";
					/** @constant */
					status?: 409;
				};
			};
		};
		Refusal422n265: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "WEBHOOK_HOST_UNKNOWN" | "WEBHOOK_URL_FORBIDDEN";
					/** @constant */
					status?: 422;
				};
			};
		};
		Refusal404n266: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "WEBHOOK_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
		Refusal404n267: {
			headers: {
				"X-Request-Id": string;
				[name: string]: unknown;
			};
			content: {
				"application/problem+json": components["schemas"]["Problem"] & {
					/** @enum {string} */
					code?: "DEAD_LETTER_UNKNOWN" | "WEBHOOK_UNKNOWN";
					/** @constant */
					status?: 404;
				};
			};
		};
	};
	parameters: never;
	requestBodies: never;
	headers: never;
	pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
	readSession: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Session"];
				};
			};
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	readTrust: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["SignedTrustFile"] | components["schemas"]["TrustFile"];
				};
			};
			401: components["responses"]["Refusal401n5"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	readTrustVersion: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description A whole number from 1 */
				version: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["SignedTrustFile"];
				};
			};
			400: components["responses"]["Refusal400n6"];
			401: components["responses"]["Refusal401n5"];
			404: components["responses"]["Refusal404n7"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	listInvoices: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["InvoiceSummary"][];
						/** @description Pass it as `after` for the next page; null at the end */
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n17"];
		};
	};
	issueInvoice: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["InvoiceRequest"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Invoice"];
				};
			};
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Invoice"];
				};
			};
			400: components["responses"]["Refusal400n8"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n9"];
			404: components["responses"]["Refusal404n10"];
			409: components["responses"]["Refusal409n11"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n14"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	issueBatch: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/x-ndjson": unknown;
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/x-ndjson": string;
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			413: components["responses"]["Refusal413n19"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	searchInvoices: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
				/** @description Id of an organisation or a till */
				seller?: string;
				/** @description Taxpayer id of a registered seller */
				sellerTaxId?: string;
				buyerTaxId?: string;
				/** @description First day of issuing, in China */
				from?: string;
				/** @description Last day of issuing, in China */
				to?: string;
				/** @description The first digits of the number, or all */
				number?: string;
				/** @description Decimal text */
				least?: string;
				/** @description Decimal text */
				most?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["FoundInvoice"][];
						/** @description Pass it as `after` for the next page; null when all was searched. A page may be short, even empty */
						next: string | null;
						/**
						 * Format: date-time
						 * @description How far back the search has come, when it goes on
						 */
						reached: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n20"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	readInvoice: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Invoice number: year 2, region 2, channel 1, sequence 15 digits */
				number: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["InvoiceDetail"];
				};
			};
			400: components["responses"]["Refusal400n21"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n22"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	readReceipt: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Invoice number: year 2, region 2, channel 1, sequence 15 digits */
				number: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Receipt"];
				};
			};
			400: components["responses"]["Refusal400n21"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n22"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	readEvents: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Invoice number: year 2, region 2, channel 1, sequence 15 digits */
				number: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: {
							/** @enum {string} */
							type: "invoice.issued" | "invoice.content-erased";
							/** Format: date-time */
							time: string;
							/** @description Place in the ledger, and in the public log */
							sequence: number;
						}[];
						next: null;
					};
				};
			};
			400: components["responses"]["Refusal400n21"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n22"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	readProof: {
		parameters: {
			query?: {
				/** @description Fields to withhold: each leaves its digest, and the proof holds */
				hide?: string;
				/** @description Evidence of the commit with it or not; by default where other organisations attest */
				commit?: "true" | "false";
				/** @description Axes of the status to show, or `all`: a proof of where the invoice stands comes along */
				status?: string;
			};
			header?: never;
			path: {
				/** @description Invoice number: year 2, region 2, channel 1, sequence 15 digits */
				number: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Bundle"];
				};
			};
			400: components["responses"]["Refusal400n23"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n22"];
			410: components["responses"]["Refusal410n24"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n25"];
		};
	};
	eraseContent: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Invoice number: year 2, region 2, channel 1, sequence 15 digits */
				number: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Reason"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/**
						 * @description Invoice number: year 2, region 2, channel 1, sequence 15 digits
						 * @example 26440000000000000001
						 */
						erased: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n26"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n22"];
			410: components["responses"]["Refusal410n24"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	readInvoiceStatus: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				number: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["InvoiceStatus"];
				};
			};
			400: components["responses"]["Refusal400n21"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n22"];
			409: components["responses"]["Refusal409n27"];
			410: components["responses"]["Refusal410n24"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	changeUse: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				number: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["UseChange"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["InvoiceStatus"];
				};
			};
			400: components["responses"]["Refusal400n26"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n28"];
			404: components["responses"]["Refusal404n29"];
			409: components["responses"]["Refusal409n30"];
			410: components["responses"]["Refusal410n24"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n31"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n32"];
		};
	};
	changeBooking: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				number: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["BookingChange"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["InvoiceStatus"];
				};
			};
			400: components["responses"]["Refusal400n26"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n28"];
			404: components["responses"]["Refusal404n29"];
			409: components["responses"]["Refusal409n33"];
			410: components["responses"]["Refusal410n24"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n31"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n32"];
		};
	};
	listCorrections: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["CorrectionList"];
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	requestCorrection: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["CorrectionRequest"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Correction"];
				};
			};
			400: components["responses"]["Refusal400n34"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n35"];
			404: components["responses"]["Refusal404n36"];
			409: components["responses"]["Refusal409n37"];
			410: components["responses"]["Refusal410n24"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n38"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n32"];
		};
	};
	readCorrection: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Correction"];
				};
			};
			400: components["responses"]["Refusal400n6"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n35"];
			404: components["responses"]["Refusal404n36"];
			409: components["responses"]["Refusal409n39"];
			410: components["responses"]["Refusal410n24"];
			422: components["responses"]["Refusal422n40"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n32"];
		};
	};
	confirmCorrection: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["CorrectionAnswer"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Correction"];
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n35"];
			404: components["responses"]["Refusal404n36"];
			409: components["responses"]["Refusal409n39"];
			410: components["responses"]["Refusal410n24"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n40"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n32"];
		};
	};
	refuseCorrection: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["CorrectionAnswer"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Correction"];
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n35"];
			404: components["responses"]["Refusal404n36"];
			409: components["responses"]["Refusal409n39"];
			410: components["responses"]["Refusal410n24"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n40"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n32"];
		};
	};
	withdrawCorrection: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["CorrectionAnswer"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Correction"];
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n35"];
			404: components["responses"]["Refusal404n36"];
			409: components["responses"]["Refusal409n39"];
			410: components["responses"]["Refusal410n24"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n40"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n32"];
		};
	};
	voidCorrection: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["CorrectionVoid"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Correction"];
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n35"];
			404: components["responses"]["Refusal404n36"];
			409: components["responses"]["Refusal409n39"];
			410: components["responses"]["Refusal410n24"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n40"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n32"];
		};
	};
	listReservations: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ReservationList"];
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	reserveInvoices: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["ReservationRequest"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Reservation"];
				};
			};
			400: components["responses"]["Refusal400n41"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n28"];
			404: components["responses"]["Refusal404n42"];
			409: components["responses"]["Refusal409n43"];
			410: components["responses"]["Refusal410n24"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n44"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n32"];
		};
	};
	readReservation: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Reservation"];
				};
			};
			400: components["responses"]["Refusal400n6"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n45"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	settleReservation: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["ClaimEnd"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Reservation"];
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n46"];
			404: components["responses"]["Refusal404n45"];
			409: components["responses"]["Refusal409n47"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n48"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n32"];
		};
	};
	releaseReservation: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["ClaimEnd"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Reservation"];
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n46"];
			404: components["responses"]["Refusal404n45"];
			409: components["responses"]["Refusal409n47"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n48"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n32"];
		};
	};
	renewReservation: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["ClaimRenewal"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Reservation"];
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n46"];
			404: components["responses"]["Refusal404n45"];
			409: components["responses"]["Refusal409n47"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n48"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n32"];
		};
	};
	listPledges: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PledgeList"];
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	pledgeInvoice: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["PledgeRequest"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Pledge"];
				};
			};
			400: components["responses"]["Refusal400n26"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n49"];
			404: components["responses"]["Refusal404n42"];
			409: components["responses"]["Refusal409n50"];
			410: components["responses"]["Refusal410n24"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n31"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n32"];
		};
	};
	readPledge: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Pledge"];
				};
			};
			400: components["responses"]["Refusal400n6"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n51"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	releasePledge: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["PledgeRelease"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Pledge"];
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n52"];
			404: components["responses"]["Refusal404n53"];
			409: components["responses"]["Refusal409n54"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n32"];
		};
	};
	readLifeRules: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["RuleSet"];
				};
			};
			401: components["responses"]["Refusal401n5"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	publishLifeRules: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["RulesPublication"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["RuleSet"];
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			409: components["responses"]["Refusal409n55"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n32"];
		};
	};
	readCnRules: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["RuleSet"];
				};
			};
			401: components["responses"]["Refusal401n5"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	publishCnRules: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["CnRulesPublication"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["RuleSet"];
				};
			};
			400: components["responses"]["Refusal400n56"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			409: components["responses"]["Refusal409n55"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n32"];
		};
	};
	importCorrection: {
		parameters: {
			query: {
				/** @description 01 invoice error, 02 sales return, 03 service stopped, 04 sales allowance */
				reasonCode: "01" | "02" | "03" | "04";
				/** @description A claim of yours, where the invoice does not name you as its buyer */
				claim?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/xml": string;
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Correction"];
				};
			};
			400: components["responses"]["Refusal400n57"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n35"];
			404: components["responses"]["Refusal404n36"];
			409: components["responses"]["Refusal409n37"];
			410: components["responses"]["Refusal410n24"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n58"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n32"];
		};
	};
	accountClaim: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["AccountingRequest"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["AccountingFields"];
				};
			};
			400: components["responses"]["Refusal400n41"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n29"];
			409: components["responses"]["Refusal409n59"];
			410: components["responses"]["Refusal410n24"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n60"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	accountClaimXbrl: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["AccountingRequest"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/xml": string;
				};
			};
			400: components["responses"]["Refusal400n41"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n29"];
			409: components["responses"]["Refusal409n59"];
			410: components["responses"]["Refusal410n24"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n60"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	readFiguresKey: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PublicJwk"];
				};
			};
			401: components["responses"]["Refusal401n5"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	issueFigures: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["FiguresRequest"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Figures"];
				};
			};
			400: components["responses"]["Refusal400n61"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	readErasure: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Invoice number: year 2, region 2, channel 1, sequence 15 digits */
				number: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ErasureReport"];
				};
			};
			400: components["responses"]["Refusal400n21"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n22"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	readErasureProof: {
		parameters: {
			query?: {
				/** @description Evidence of the commit with it or not; by default where other organisations attest */
				commit?: "true" | "false";
			};
			header?: never;
			path: {
				/** @description Invoice number: year 2, region 2, channel 1, sequence 15 digits */
				number: string;
				sequence: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Bundle"];
				};
			};
			400: components["responses"]["Refusal400n23"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n62"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n25"];
		};
	};
	listSales: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
				/** @description A day in China */
				day?: string;
				/** @description Id of an organisation or a till */
				till?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Sale"][];
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n66"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	recordSale: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["SaleRequest"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Sale"];
				};
			};
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Sale"];
				};
			};
			400: components["responses"]["Refusal400n63"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n9"];
			404: components["responses"]["Refusal404n10"];
			409: components["responses"]["Refusal409n64"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n65"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	coverageOfSales: {
		parameters: {
			query: {
				/** @description A day in China */
				day: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Coverage"];
				};
			};
			400: components["responses"]["Refusal400n67"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	registerPayment: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Payment"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Sale"];
				};
			};
			400: components["responses"]["Refusal400n68"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n69"];
			409: components["responses"]["Refusal409n70"];
			410: components["responses"]["Refusal410n71"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	sumSales: {
		parameters: {
			query: {
				/** @description A day in China */
				day: string;
				/** @description Id of an organisation or a till */
				till?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["SaleSummary"];
				};
			};
			400: components["responses"]["Refusal400n67"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	readSale: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Sale"];
				};
			};
			400: components["responses"]["Refusal400n6"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n69"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	cancelSale: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Reason"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Sale"];
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n69"];
			409: components["responses"]["Refusal409n72"];
			410: components["responses"]["Refusal410n73"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	eraseSale: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Reason"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						erased: string;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n69"];
			410: components["responses"]["Refusal410n74"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	listRefundsOfSale: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Refund"][];
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n6"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n69"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	refundSale: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["RefundRequest"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Refund"];
				};
			};
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Refund"];
				};
			};
			400: components["responses"]["Refusal400n75"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n69"];
			409: components["responses"]["Refusal409n76"];
			410: components["responses"]["Refusal410n71"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n77"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	listRefunds: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
				/** @description A day in China */
				day?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Refund"][];
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n66"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	readClaim: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description As printed; letter case, spaces and hyphens do not count */
				code: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ClaimView"];
				};
			};
			400: components["responses"]["Refusal400n78"];
			401: components["responses"]["Refusal401n5"];
			404: components["responses"]["Refusal404n69"];
			410: components["responses"]["Refusal410n74"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	claimInvoice: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description As printed; letter case, spaces and hyphens do not count */
				code: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["ClaimRequest"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Claim"];
				};
			};
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Claim"];
				};
			};
			400: components["responses"]["Refusal400n79"];
			401: components["responses"]["Refusal401n5"];
			403: components["responses"]["Refusal403n80"];
			404: components["responses"]["Refusal404n81"];
			409: components["responses"]["Refusal409n82"];
			410: components["responses"]["Refusal410n83"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n14"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	readClaimedInvoice: {
		parameters: {
			query?: never;
			header?: {
				/** @description From the answer to the claim */
				"holder-token"?: string;
			};
			path: {
				/** @description As printed; letter case, spaces and hyphens do not count */
				code: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["InvoiceDetail"];
				};
			};
			400: components["responses"]["Refusal400n78"];
			401: components["responses"]["Refusal401n84"];
			404: components["responses"]["Refusal404n85"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	readClaimedStatus: {
		parameters: {
			query?: never;
			header?: {
				/** @description From the answer to the claim */
				"holder-token"?: string;
			};
			path: {
				/** @description As printed; letter case, spaces and hyphens do not count */
				code: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["InvoiceStatus"];
				};
			};
			400: components["responses"]["Refusal400n78"];
			401: components["responses"]["Refusal401n84"];
			404: components["responses"]["Refusal404n85"];
			409: components["responses"]["Refusal409n27"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	readClaimedProof: {
		parameters: {
			query?: {
				/** @description Fields to withhold: each leaves its digest, and the proof holds */
				hide?: string;
				/** @description Evidence of the commit with it or not; by default where other organisations attest */
				commit?: "true" | "false";
				/** @description Axes of the status to show, or `all`: a proof of where the invoice stands comes along */
				status?: string;
			};
			header?: {
				/** @description From the answer to the claim */
				"holder-token"?: string;
			};
			path: {
				/** @description As printed; letter case, spaces and hyphens do not count */
				code: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Bundle"];
				};
			};
			400: components["responses"]["Refusal400n86"];
			401: components["responses"]["Refusal401n84"];
			404: components["responses"]["Refusal404n85"];
			410: components["responses"]["Refusal410n24"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n25"];
		};
	};
	readClaimedPdf: {
		parameters: {
			query?: never;
			header?: {
				/** @description From the answer to the claim */
				"holder-token"?: string;
			};
			path: {
				/** @description As printed; letter case, spaces and hyphens do not count */
				code: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/pdf": string;
				};
			};
			400: components["responses"]["Refusal400n78"];
			401: components["responses"]["Refusal401n84"];
			404: components["responses"]["Refusal404n85"];
			410: components["responses"]["Refusal410n24"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n87"];
			504: components["responses"]["Refusal504n88"];
		};
	};
	handOverInvoice: {
		parameters: {
			query?: never;
			header?: {
				/** @description From the answer to the claim */
				"holder-token"?: string;
			};
			path: {
				/** @description As printed; letter case, spaces and hyphens do not count */
				code: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["HandoverRequest"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Handover"];
				};
			};
			400: components["responses"]["Refusal400n89"];
			401: components["responses"]["Refusal401n84"];
			404: components["responses"]["Refusal404n90"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	readCompanyName: {
		parameters: {
			query?: never;
			header?: {
				/** @description From the answer to the claim */
				"holder-token"?: string;
			};
			path: {
				/** @description As printed; letter case, spaces and hyphens do not count */
				code: string;
				/** @description Id of an organisation or a till */
				company: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["CompanyNamed"];
				};
			};
			400: components["responses"]["Refusal400n78"];
			401: components["responses"]["Refusal401n84"];
			404: components["responses"]["Refusal404n90"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	listHandovers: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Handover"][];
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	readPdf: {
		parameters: {
			query?: {
				/** @description Fields that the paper and the bundle in it withhold */
				hide?: string;
			};
			header?: never;
			path: {
				/** @description Invoice number: year 2, region 2, channel 1, sequence 15 digits */
				number: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/pdf": string;
				};
			};
			400: components["responses"]["Refusal400n23"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n22"];
			410: components["responses"]["Refusal410n24"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n87"];
			504: components["responses"]["Refusal504n88"];
		};
	};
	readUbl: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Invoice number: year 2, region 2, channel 1, sequence 15 digits */
				number: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/xml": string;
				};
			};
			400: components["responses"]["Refusal400n21"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n22"];
			410: components["responses"]["Refusal410n24"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	readEInvoice: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Invoice number: year 2, region 2, channel 1, sequence 15 digits */
				number: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/xml": string;
				};
			};
			400: components["responses"]["Refusal400n21"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n22"];
			410: components["responses"]["Refusal410n24"];
			422: components["responses"]["Refusal422n91"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	readOriginal: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Invoice number: year 2, region 2, channel 1, sequence 15 digits */
				number: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/xml": string;
				};
			};
			400: components["responses"]["Refusal400n21"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n92"];
			410: components["responses"]["Refusal410n24"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	importInvoice: {
		parameters: {
			query: {
				/** @description The till that sells */
				till: string;
				/** @description In place of the document's number */
				orderReference?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/xml": string;
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						invoice: components["schemas"]["Invoice"];
						rules: components["schemas"]["RulesReport"];
						warnings: components["schemas"]["ImportWarning"][];
					};
				};
			};
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						invoice: components["schemas"]["Invoice"];
						rules: components["schemas"]["RulesReport"];
						warnings: components["schemas"]["ImportWarning"][];
					};
				};
			};
			400: components["responses"]["Refusal400n93"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n9"];
			404: components["responses"]["Refusal404n10"];
			409: components["responses"]["Refusal409n11"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n94"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
			504: components["responses"]["Refusal504n88"];
		};
	};
	checkDocument: {
		parameters: {
			query: {
				/** @description The till that sells */
				till: string;
				/** @description In place of the document's number */
				orderReference?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/xml": string;
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						rules: components["schemas"]["RulesReport"];
						warnings: components["schemas"]["ImportWarning"][];
						/** @description The request that the document stands for */
						request: {
							[key: string]: unknown;
						};
					};
				};
			};
			400: components["responses"]["Refusal400n93"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n9"];
			404: components["responses"]["Refusal404n10"];
			409: components["responses"]["Refusal409n95"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n94"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
			504: components["responses"]["Refusal504n88"];
		};
	};
	exportEvidence: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["EvidenceRequest"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/zip": string;
				};
			};
			400: components["responses"]["Refusal400n26"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n22"];
			410: components["responses"]["Refusal410n24"];
			413: components["responses"]["Refusal413n96"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n91"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n87"];
			504: components["responses"]["Refusal504n88"];
		};
	};
	listOrganisations: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["ListedOrganisation"][];
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	registerOrganisation: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["OrganisationRegistration"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "organisation.registered";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						organisation: string;
						/** @enum {string} */
						role: "bureau" | "merchant" | "platform" | "company" | "provider" | "consumer" | "auditor";
						sandbox: boolean;
						publicKey: string;
						/** @description SHA-256, hexadecimal */
						party: string;
						/** @description SHA-256, hexadecimal */
						taxpayer?: string;
						quota?: number;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n97"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			409: components["responses"]["Refusal409n98"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n99"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	readOrganisation: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				organisation: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Organisation"];
				};
			};
			400: components["responses"]["Refusal400n6"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n100"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	listTills: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
				/** @description Id of an organisation or a till */
				seller?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["ListedTill"][];
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	registerTill: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["TillRegistration"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "till.registered";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						till: string;
						/** @description Id of an organisation or a till */
						seller: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n100"];
			409: components["responses"]["Refusal409n101"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	allotRange: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["RangeAllotment"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "range.allotted";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						seller: string;
						prefix: string;
						from: number;
						to: number;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n102"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n100"];
			409: components["responses"]["Refusal409n103"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	assignRange: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["RangeAssignment"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "range.assigned";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						till: string;
						prefix: string;
						from: number;
						to: number;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n102"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n9"];
			404: components["responses"]["Refusal404n10"];
			409: components["responses"]["Refusal409n95"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	grantDelegation: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Delegation"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "delegation.granted";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						seller: string;
						/** @description Id of an organisation or a till */
						agent: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n100"];
			409: components["responses"]["Refusal409n104"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	revokeDelegation: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				agent: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Reason"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "delegation.revoked";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						seller: string;
						/** @description Id of an organisation or a till */
						agent: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n105"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	listActs: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Act"][];
						/** @description Pass it as `after` for the next page; null at the end */
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	listApiKeys: {
		parameters: {
			query?: {
				after?: string;
				limit?: number;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["ApiKey"][];
						/** @description Pass it as `after` for the next page; null at the end */
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	createApiKey: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["ApiKeyRequest"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["NewApiKey"];
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n100"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	revokeApiKey: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Reason"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						revoked: string;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n7"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	readTillKey: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				till: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @description Id of an organisation or a till */
						till: string;
						id: string;
						/** @description Ed25519 public key, 32 bytes, base64 */
						key: string;
						former: {
							id: string;
							/** @description Ed25519 public key, 32 bytes, base64 */
							key: string;
							/** Format: date-time */
							until: string;
						} | null;
					};
				};
			};
			400: components["responses"]["Refusal400n6"];
			401: components["responses"]["Refusal401n5"];
			404: components["responses"]["Refusal404n10"];
			409: components["responses"]["Refusal409n106"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	registerTillKey: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				till: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["TillKey"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "till.key-registered";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						till: string;
						/** @description Ed25519, 32 bytes, base64 */
						key: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n9"];
			404: components["responses"]["Refusal404n10"];
			409: components["responses"]["Refusal409n107"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	revokeTillKey: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				till: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Reason"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "till.key-revoked";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						till: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n9"];
			404: components["responses"]["Refusal404n10"];
			409: components["responses"]["Refusal409n106"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	readTillBook: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				till: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["TillBook"];
				};
			};
			400: components["responses"]["Refusal400n6"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n9"];
			404: components["responses"]["Refusal404n108"];
			409: components["responses"]["Refusal409n106"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	reportInvoices: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				till: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/x-ndjson": unknown;
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/x-ndjson": string;
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n10"];
			413: components["responses"]["Refusal413n19"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	closeOutage: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				till: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Outage"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "outage.closed";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						till: string;
						from: number;
						to: number;
						count: number;
						/** @description SHA-256, hexadecimal */
						first: string;
						/** @description SHA-256, hexadecimal */
						last: string;
						key: string;
						/** @description Ed25519 by the till's device key, base64 */
						signature: string;
						/** Format: date-time */
						signedAt: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n9"];
			404: components["responses"]["Refusal404n10"];
			409: components["responses"]["Refusal409n109"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n110"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	registerProvenance: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["ProvenanceRegistration"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @description SHA-256 with its name */
						digest: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
						/** Format: date-time */
						time: string;
						/** @description Id of an organisation or a till */
						registrant: string;
						/** @description True for a sandbox organisation: worth nothing */
						test: boolean;
						/** @enum {string} */
						kind: "document" | "dataset" | "work" | "item";
						parents: string[];
						/** @description SHA-256 of the source's public key (SPKI) */
						signer: string;
						/**
						 * @description The source's signature, verified again now; erased: the statement is gone, it was valid when recorded
						 * @enum {string}
						 */
						signature: "valid" | "wrong" | "erased";
						/** @description Statement, signature and description: for the registrant and for supervisors */
						content?: {
							[key: string]: unknown;
						};
						receipt: components["schemas"]["Receipt"];
						links: {
							self: string;
							proof: string;
							lineage: string;
							prov: string;
						};
					};
				};
			};
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @description SHA-256 with its name */
						digest: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
						/** Format: date-time */
						time: string;
						/** @description Id of an organisation or a till */
						registrant: string;
						/** @description True for a sandbox organisation: worth nothing */
						test: boolean;
						/** @enum {string} */
						kind: "document" | "dataset" | "work" | "item";
						parents: string[];
						/** @description SHA-256 of the source's public key (SPKI) */
						signer: string;
						/**
						 * @description The source's signature, verified again now; erased: the statement is gone, it was valid when recorded
						 * @enum {string}
						 */
						signature: "valid" | "wrong" | "erased";
						/** @description Statement, signature and description: for the registrant and for supervisors */
						content?: {
							[key: string]: unknown;
						};
						receipt: components["schemas"]["Receipt"];
						links: {
							self: string;
							proof: string;
							lineage: string;
							prov: string;
						};
					};
				};
			};
			400: components["responses"]["Refusal400n111"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			409: components["responses"]["Refusal409n112"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n113"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	readProvenance: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
			};
			header?: never;
			path: {
				/** @description SHA-256 of the content */
				digest: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Content"];
				};
			};
			400: components["responses"]["Refusal400n114"];
			401: components["responses"]["Refusal401n5"];
			404: components["responses"]["Refusal404n115"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	listProvenanceEvents: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
			};
			header?: never;
			path: {
				/** @description SHA-256 of the content */
				digest: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: {
							/** @description Place in the ledger, and in the public log */
							sequence: number;
							/** Format: date-time */
							time: string;
							/** @enum {string} */
							event: "licensed" | "transferred" | "used";
							/** @description Id of an organisation or a till */
							organisation: string;
							/** @description Id of an organisation or a till */
							to?: string;
						}[];
						/** @description Pass it as `after` for the next page; null at the end */
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n114"];
			401: components["responses"]["Refusal401n5"];
			404: components["responses"]["Refusal404n115"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	noteProvenance: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description SHA-256 of the content */
				digest: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["ProvenanceEventRequest"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "provenance.event";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description SHA-256 with its name */
						digest: string;
						/** @enum {string} */
						event: "licensed" | "transferred" | "used";
						/** @description Id of an organisation or a till */
						organisation: string;
						/** @description Id of an organisation or a till */
						to?: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n116"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n117"];
			404: components["responses"]["Refusal404n118"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	eraseProvenanceContent: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description SHA-256 of the content */
				digest: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["ProvenanceErasure"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @description SHA-256 with its name */
						erased: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n116"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n117"];
			404: components["responses"]["Refusal404n115"];
			410: components["responses"]["Refusal410n119"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	readLineage: {
		parameters: {
			query: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
				direction: "ancestors" | "descendants";
				depth?: number;
			};
			header?: never;
			path: {
				/** @description SHA-256 of the content */
				digest: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @description SHA-256 with its name */
						digest: string;
						/** @enum {string} */
						direction: "ancestors" | "descendants";
						items: components["schemas"]["LineageLink"][];
						/** @description Pass it as `after` for the next page; null at the end */
						next: string | null;
						/** @description False when the walk ended at its limit: go on from what was found */
						complete: boolean;
					};
				};
			};
			400: components["responses"]["Refusal400n120"];
			401: components["responses"]["Refusal401n5"];
			404: components["responses"]["Refusal404n115"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n17"];
		};
	};
	readProvJson: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description SHA-256 of the content */
				digest: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ProvDocument"];
				};
			};
			400: components["responses"]["Refusal400n121"];
			401: components["responses"]["Refusal401n5"];
			404: components["responses"]["Refusal404n115"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	readProvenanceProof: {
		parameters: {
			query?: {
				/** @description Another registration of the content, or an event; the first registration when absent */
				sequence?: string;
				/** @description Fields to withhold beside those that the caller may not see */
				hide?: string;
				/** @description Evidence of the commit with it or not; by default where other organisations attest */
				commit?: "true" | "false";
			};
			header?: never;
			path: {
				/** @description SHA-256 of the content */
				digest: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Bundle"];
				};
			};
			400: components["responses"]["Refusal400n122"];
			401: components["responses"]["Refusal401n5"];
			404: components["responses"]["Refusal404n115"];
			410: components["responses"]["Refusal410n119"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n25"];
		};
	};
	listResources: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["CatalogueEntry"][];
						/** @description Pass it as `after` for the next page; null at the end */
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n126"];
		};
	};
	registerResource: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["ResourceRegistration"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "resource.registered";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						resource: string;
						/** @description Id of an organisation or a till */
						owner: string;
						/** @description Id of an organisation or a till */
						controller: string;
						/** @enum {boolean} */
						personal?: true;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n100"];
			409: components["responses"]["Refusal409n123"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n124"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n125"];
		};
	};
	readResource: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				resource: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Resource"];
				};
			};
			400: components["responses"]["Refusal400n6"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n127"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n126"];
		};
	};
	transferResource: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				resource: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["ResourceTransfer"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "resource.transferred";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						resource: string;
						/** @description Id of an organisation or a till */
						owner: string;
						/** @description Id of an organisation or a till */
						controller: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n128"];
			404: components["responses"]["Refusal404n129"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	listGrants: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
				/** @description Id of an organisation or a till */
				resource?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["GrantSummary"][];
						/** @description Pass it as `after` for the next page; null at the end */
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n127"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n126"];
		};
	};
	grantAccess: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["GrantRequest"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "grant.granted";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						grant: string;
						/** @description Id of an organisation or a till */
						resource: string;
						/** @description Id of an organisation or a till */
						provider: string;
						/** @description Id of an organisation or a till */
						consumer: string;
						/** @enum {string} */
						right: "use" | "operate";
						/** @description Id of an organisation or a till */
						parent?: string;
						from: string;
						until: string;
						/** @enum {number} */
						version?: 2;
						/** @enum {string} */
						basis?: "statutory-duty" | "procurement" | "authorised-service" | "commissioned-project" | "joint-building" | "emergency";
						keepDays?: number;
						/** @description ISO 3166-1 alpha-2 */
						region?: string;
						reviewBy?: string;
						/** @description Id of an organisation or a till */
						consent?: string;
						/** @description Id of an organisation or a till */
						approval?: string;
						/** @description Id of an organisation or a till */
						standing?: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n130"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n131"];
			404: components["responses"]["Refusal404n132"];
			409: components["responses"]["Refusal409n133"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n134"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n126"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	readGrant: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				grant: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Grant"];
				};
			};
			400: components["responses"]["Refusal400n6"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n135"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n126"];
		};
	};
	pauseGrant: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				grant: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Reason"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "grant.paused";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						grant: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n136"];
			404: components["responses"]["Refusal404n135"];
			409: components["responses"]["Refusal409n137"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n126"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	resumeGrant: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				grant: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Reason"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "grant.resumed";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						grant: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n136"];
			404: components["responses"]["Refusal404n135"];
			409: components["responses"]["Refusal409n137"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n126"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	revokeGrant: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				grant: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Reason"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "grant.revoked";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						grant: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n136"];
			404: components["responses"]["Refusal404n135"];
			409: components["responses"]["Refusal409n137"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n126"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	createGrantToken: {
		parameters: {
			query?: never;
			header?: {
				/** @description Proof that the caller holds the key of its token (RFC 9449) */
				dpop?: string;
			};
			path: {
				/** @description Id of an organisation or a till */
				grant: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["GrantTokenRequest"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["GrantToken"];
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n138"];
			403: components["responses"]["Refusal403n139"];
			404: components["responses"]["Refusal404n135"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n126"];
		};
	};
	listGrantAudit: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
				/** @description Which entries come first */
				order?: "oldest" | "newest";
			};
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				grant: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["AuditList"];
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n135"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n126"];
		};
	};
	listAudit: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
				/** @description Which entries come first */
				order?: "oldest" | "newest";
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["AuditList"];
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	checkGrant: {
		parameters: {
			query?: {
				/** @description Fields, with commas between; all that is granted when absent */
				fields?: string;
				/** @description A list of conditions as JSON text */
				where?: string;
			};
			header?: {
				/** @description Proof that the caller holds the key of its token (RFC 9449) */
				dpop?: string;
			};
			path: {
				/** @description Id of an organisation or a till */
				grant: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @description Id of an organisation or a till */
						grant: string;
						/** @description Id of an organisation or a till */
						resource: string;
						fields: string[];
						/** @enum {boolean} */
						allowed: true;
					};
				};
			};
			400: components["responses"]["Refusal400n140"];
			401: components["responses"]["Refusal401n141"];
			403: components["responses"]["Refusal403n142"];
			404: components["responses"]["Refusal404n135"];
			422: components["responses"]["Refusal422n124"];
			429: components["responses"]["Refusal429n143"];
			500: components["responses"]["Refusal500n126"];
			502: components["responses"]["Refusal502n144"];
			503: components["responses"]["Refusal503n125"];
			504: components["responses"]["Refusal504n88"];
		};
	};
	readRows: {
		parameters: {
			query?: {
				/** @description Fields, with commas between; all that is granted when absent */
				fields?: string;
				/** @description A list of conditions as JSON text */
				where?: string;
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
			};
			header?: {
				/** @description Proof that the caller holds the key of its token (RFC 9449) */
				dpop?: string;
			};
			path: {
				/** @description Id of an organisation or a till */
				grant: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: {
							[key: string]: string | boolean | null;
						}[];
						/** @description Pass it as `after` for the next page; null at the end */
						next: string | null;
						/** @description The audit entry that is the usage receipt, and the SHA-256 over each row as sent and a line feed */
						receipt: {
							sequence: number;
							/** @description SHA-256, hexadecimal */
							result: string;
						};
					};
				};
			};
			400: components["responses"]["Refusal400n145"];
			401: components["responses"]["Refusal401n141"];
			403: components["responses"]["Refusal403n142"];
			404: components["responses"]["Refusal404n135"];
			422: components["responses"]["Refusal422n124"];
			429: components["responses"]["Refusal429n143"];
			500: components["responses"]["Refusal500n126"];
			502: components["responses"]["Refusal502n144"];
			503: components["responses"]["Refusal503n125"];
			504: components["responses"]["Refusal504n88"];
		};
	};
	streamRows: {
		parameters: {
			query?: {
				/** @description Fields, with commas between; all that is granted when absent */
				fields?: string;
				/** @description A list of conditions as JSON text */
				where?: string;
			};
			header?: {
				/** @description Proof that the caller holds the key of its token (RFC 9449) */
				dpop?: string;
			};
			path: {
				/** @description Id of an organisation or a till */
				grant: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/x-ndjson": string;
				};
			};
			400: components["responses"]["Refusal400n140"];
			401: components["responses"]["Refusal401n141"];
			403: components["responses"]["Refusal403n142"];
			404: components["responses"]["Refusal404n135"];
			422: components["responses"]["Refusal422n124"];
			429: components["responses"]["Refusal429n143"];
			500: components["responses"]["Refusal500n126"];
			502: components["responses"]["Refusal502n144"];
			503: components["responses"]["Refusal503n125"];
			504: components["responses"]["Refusal504n88"];
		};
	};
	listDivisions: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @description The index is complete below this sequence: what an act answered with a `sequence` from here on is not in the list yet */
						indexed: number;
						items: components["schemas"]["Division"][];
						/** @description Pass it as `after` for the next page; null at the end */
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	registerDivision: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["DivisionRegistration"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "division.registered";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						division: string;
						parent?: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n146"];
			409: components["responses"]["Refusal409n147"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	placeOrganisation: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["OrganisationPlacement"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "organisation.placed";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						organisation: string;
						division: string;
						/** @description Id of an organisation or a till */
						superior?: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n148"];
			409: components["responses"]["Refusal409n149"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	listDepartments: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @description The index is complete below this sequence: what an act answered with a `sequence` from here on is not in the list yet */
						indexed: number;
						items: components["schemas"]["Department"][];
						/** @description Pass it as `after` for the next page; null at the end */
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	listDuties: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
				/** @description Id of an organisation or a till */
				organisation?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @description The index is complete below this sequence: what an act answered with a `sequence` from here on is not in the list yet */
						indexed: number;
						items: components["schemas"]["Duty"][];
						/** @description Pass it as `after` for the next page; null at the end */
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	assignDuty: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["DutyAssignment"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "duty.assigned";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						duty: string;
						version: number;
						/** @description Id of an organisation or a till */
						organisation: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n100"];
			409: components["responses"]["Refusal409n150"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	searchEntries: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
				/** @description Words; all must occur */
				q?: string;
				/** @description Id of an organisation or a till */
				owner?: string;
				/** @description Id of an organisation or a till */
				duty?: string;
				sector?: "industry" | "agriculture" | "commerce" | "transport" | "finance" | "science" | "culture-tourism" | "health" | "emergency" | "weather" | "city" | "green";
				grade?: "1" | "2" | "3" | "4";
				class?: "public-service" | "government" | "scientific" | "enterprise" | "personal";
				openness?: "open" | "conditional" | "closed";
				stage?: "collected" | "integrated" | "stored" | "shared" | "retired";
				tag?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["DirectoryEntry"][];
						/** @description Pass it as `after` for the next page; null at the end */
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	publishEntry: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["CataloguePublication"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "catalogue.published";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						entry: string;
						version: number;
						/** @description Id of an organisation or a till */
						duty: string;
						/** @description Id of an organisation or a till */
						owner: string;
						/** @description Id of an organisation or a till */
						steward: string;
						/** @description SHA-256, hexadecimal */
						datum: string;
						/** @description Id of an organisation or a till */
						source?: string;
						grade: number;
						/** @enum {string} */
						class: "public-service" | "government" | "scientific" | "enterprise" | "personal";
						/** @enum {string} */
						openness: "open" | "conditional" | "closed";
						/** @enum {string} */
						sector: "industry" | "agriculture" | "commerce" | "transport" | "finance" | "science" | "culture-tourism" | "health" | "emergency" | "weather" | "city" | "green";
						/** @enum {string} */
						stage: "collected" | "integrated" | "stored" | "shared" | "retired";
						/** @description Id of an organisation or a till */
						schema?: string;
						schemaVersion?: number;
						/** @description SHA-256, hexadecimal */
						evidence?: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n151"];
			404: components["responses"]["Refusal404n152"];
			409: components["responses"]["Refusal409n153"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n154"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	readEntry: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				entry: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["DirectoryEntryDetail"];
				};
			};
			400: components["responses"]["Refusal400n6"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n155"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n126"];
		};
	};
	regradeEntry: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				entry: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Regrading"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "catalogue.regraded";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						entry: string;
						version: number;
						grade: number;
						/** @enum {string} */
						class: "public-service" | "government" | "scientific" | "enterprise" | "personal";
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n156"];
			404: components["responses"]["Refusal404n155"];
			409: components["responses"]["Refusal409n157"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	transferEntry: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				entry: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["CatalogueTransfer"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "catalogue.transferred";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						entry: string;
						version: number;
						/** @description Id of an organisation or a till */
						duty: string;
						/** @description Id of an organisation or a till */
						owner: string;
						/** @description Id of an organisation or a till */
						steward: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n151"];
			404: components["responses"]["Refusal404n158"];
			409: components["responses"]["Refusal409n159"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	approveSharing: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				entry: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["SharingApproval"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "catalogue.approved";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						entry: string;
						/** @description Id of an organisation or a till */
						consumer: string;
						/** @enum {string} */
						right: "use" | "operate";
						until: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n68"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n160"];
			409: components["responses"]["Refusal409n161"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	giveFeedback: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				entry: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Feedback"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "feedback.given";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						feedback: string;
						/** @description Id of an organisation or a till */
						entry: string;
						/** @description Id of an organisation or a till */
						from: string;
						/** @enum {string} */
						kind: "wrong" | "missing" | "late" | "unreadable";
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n155"];
			409: components["responses"]["Refusal409n162"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	listFeedback: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
				status?: "open" | "answered" | "closed" | "overdue";
				/** @description Id of an organisation or a till */
				entry?: string;
				/** @description Of the entry: feedback on this organisation's data */
				owner?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["FeedbackState"][];
						/** @description Pass it as `after` for the next page; null at the end */
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	answerFeedback: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				feedback: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["FeedbackAnswer"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "feedback.answered";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						feedback: string;
						/** @enum {string} */
						outcome: "corrected" | "declined";
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n163"];
			404: components["responses"]["Refusal404n164"];
			409: components["responses"]["Refusal409n165"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	closeFeedback: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				feedback: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Reason"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "feedback.closed";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						feedback: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n163"];
			404: components["responses"]["Refusal404n164"];
			409: components["responses"]["Refusal409n165"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	placeResource: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				resource: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["ResourcePlacement"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "catalogue.placed";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						resource: string;
						/** @description Id of an organisation or a till */
						entry: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n166"];
			404: components["responses"]["Refusal404n167"];
			409: components["responses"]["Refusal409n161"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	releaseResource: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				resource: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Reason"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "catalogue.released";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						resource: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n128"];
			404: components["responses"]["Refusal404n127"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	listSupervision: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
				/** @description Id of an organisation or a till */
				object?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @description The index is complete below this sequence: what an act answered with a `sequence` from here on is not in the list yet */
						indexed: number;
						items: components["schemas"]["Supervision"][];
						/** @description Pass it as `after` for the next page; null at the end */
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	stateSupervision: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["SupervisionStatement"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "supervision.stated";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						authority: string;
						/** @description Id of an organisation or a till */
						object: string;
						/** @enum {string} */
						method: "inspection" | "sampling" | "report" | "audit-log";
						intervalDays: number;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n168"];
			409: components["responses"]["Refusal409n169"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n170"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	recordLook: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				object: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["SupervisionLook"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "supervision.looked";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						authority: string;
						/** @description Id of an organisation or a till */
						object: string;
						/** @enum {string} */
						method: "inspection" | "sampling" | "report" | "audit-log";
						number: number;
						/** @enum {string} */
						finding: "none" | "open";
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n168"];
			409: components["responses"]["Refusal409n171"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	registerSchema: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["SchemaRegistration"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "schema.registered";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						schema: string;
						version: number;
						/** @description Id of an organisation or a till */
						owner: string;
						/** @description SHA-256, hexadecimal */
						digest: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n172"];
			409: components["responses"]["Refusal409n171"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n173"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	readSchema: {
		parameters: {
			query?: {
				/** @description The newest when absent */
				version?: string;
			};
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				schema: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["DataSchema"];
				};
			};
			400: components["responses"]["Refusal400n174"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n175"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n126"];
		};
	};
	probeResource: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				resource: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Probe"];
				};
			};
			400: components["responses"]["Refusal400n176"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n128"];
			404: components["responses"]["Refusal404n127"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n126"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	exportDcat: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/ld+json": {
						"@context": {
							[key: string]: string;
						};
						/** @enum {string} */
						"@type": "dcat:Catalog";
						"dcat:dataset": {
							[key: string]: unknown;
						}[];
					} & {
						[key: string]: unknown;
					};
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	importDcat: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["DcatImport"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: ({
							id: string;
							/** @description Id of an organisation or a till */
							entry: string;
							sequence: number;
						} | {
							id: string;
							/** @description Id of an organisation or a till */
							entry: string;
							code: string;
							path?: string;
						})[];
					};
				};
			};
			400: components["responses"]["Refusal400n177"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	exportIncomplete: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"text/csv": string;
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	readOpenRows: {
		parameters: {
			query?: {
				/** @description Fields, with commas between; all that is granted when absent */
				fields?: string;
				/** @description A list of conditions as JSON text */
				where?: string;
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
			};
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				resource: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: {
							[key: string]: string | boolean | null;
						}[];
						/** @description Pass it as `after` for the next page; null at the end */
						next: string | null;
						/** @description The audit entry that is the usage receipt, and the SHA-256 over each row as sent and a line feed */
						receipt: {
							sequence: number;
							/** @description SHA-256, hexadecimal */
							result: string;
						};
					};
				};
			};
			400: components["responses"]["Refusal400n145"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n178"];
			404: components["responses"]["Refusal404n127"];
			422: components["responses"]["Refusal422n124"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n126"];
			502: components["responses"]["Refusal502n144"];
			503: components["responses"]["Refusal503n125"];
			504: components["responses"]["Refusal504n88"];
		};
	};
	listUsageReceipts: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
				/** @description Id of an organisation or a till */
				grant?: string;
				/** @description Of bureau and auditor: why they look; it is recorded */
				reason?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["UsageList"];
				};
			};
			400: components["responses"]["Refusal400n179"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n135"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n126"];
			503: components["responses"]["Refusal503n15"];
			504: components["responses"]["Refusal504n88"];
		};
	};
	listReceiptHalves: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ReceiptHalves"];
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	listUsageAlerts: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["UsageAlerts"];
				};
			};
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	acknowledgeReceipts: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				grant: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["ReceiptAnswer"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "receipt.acknowledged";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						grant: string;
						first: number;
						count: number;
						/** @description SHA-256, hexadecimal */
						root: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n139"];
			404: components["responses"]["Refusal404n135"];
			409: components["responses"]["Refusal409n180"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n126"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	disputeReceipts: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				grant: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["ReceiptAnswer"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "receipt.disputed";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						grant: string;
						first: number;
						count: number;
						/** @description SHA-256, hexadecimal */
						root: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n139"];
			404: components["responses"]["Refusal404n135"];
			409: components["responses"]["Refusal409n180"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n126"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	traceCopy: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				resource: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["CopySample"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["TracedCopies"];
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n127"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	listTemplates: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Template"][];
						/** @description Pass it as `after` for the next page; null at the end */
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n126"];
		};
	};
	approveTemplate: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["TemplateApproval"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "template.approved";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						template: string;
						version: number;
						/** @description Id of an organisation or a till */
						resource: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n181"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n128"];
			404: components["responses"]["Refusal404n127"];
			409: components["responses"]["Refusal409n182"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n183"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n126"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	readTemplate: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				template: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Template"];
				};
			};
			400: components["responses"]["Refusal400n6"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n184"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n126"];
		};
	};
	withdrawTemplate: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				template: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Reason"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "template.withdrawn";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						template: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n185"];
			404: components["responses"]["Refusal404n184"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	runTemplate: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				grant: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["TemplateRun"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Run"];
				};
			};
			400: components["responses"]["Refusal400n186"];
			401: components["responses"]["Refusal401n141"];
			403: components["responses"]["Refusal403n187"];
			404: components["responses"]["Refusal404n188"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n189"];
			429: components["responses"]["Refusal429n190"];
			500: components["responses"]["Refusal500n126"];
			502: components["responses"]["Refusal502n144"];
			503: components["responses"]["Refusal503n125"];
			504: components["responses"]["Refusal504n88"];
		};
	};
	readRun: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				grant: string;
				/** @description Id of an organisation or a till */
				run: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Run"];
				};
			};
			400: components["responses"]["Refusal400n6"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n191"];
			404: components["responses"]["Refusal404n192"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	listRuns: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
				/** @description Id of an organisation or a till */
				grant?: string;
				state?: "waiting" | "permitted" | "refused" | "expired";
				/** @description Of bureau and auditor: why they look; it is recorded */
				reason?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["ListedRun"][];
						/** @description Pass it as `after` for the next page; null at the end */
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n179"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n135"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	permitExport: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				grant: string;
				/** @description Id of an organisation or a till */
				run: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Reason"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "export.permitted";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						grant: string;
						/** @description Id of an organisation or a till */
						run: string;
						/** @description SHA-256, hexadecimal */
						result: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n193"];
			404: components["responses"]["Refusal404n194"];
			409: components["responses"]["Refusal409n195"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n126"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	refuseExport: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				grant: string;
				/** @description Id of an organisation or a till */
				run: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Reason"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "export.refused";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						grant: string;
						/** @description Id of an organisation or a till */
						run: string;
						/** @description SHA-256, hexadecimal */
						result: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n193"];
			404: components["responses"]["Refusal404n194"];
			409: components["responses"]["Refusal409n195"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n126"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	listConsents: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
				/** @description Consents of one data subject, by the pseudonym */
				subject?: string;
				/** @description Id of an organisation or a till */
				resource?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["ListedConsent"][];
						/** @description Pass it as `after` for the next page; null at the end */
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	giveConsent: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["ConsentRequest"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "consent.given";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						consent: string;
						/** @description Id of an organisation or a till */
						resource: string;
						/** @description The data subject's pseudonym */
						subject: string;
						/** @description SHA-256 of the text that was shown */
						text: string;
						textVersion: string;
						/** @description Whom it lets have the data */
						consumer?: string;
						until?: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n68"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n196"];
			404: components["responses"]["Refusal404n129"];
			409: components["responses"]["Refusal409n197"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	listCrossings: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
				/** @description Id of an organisation or a till */
				resource?: string;
				/** @description Id of an organisation or a till */
				consumer?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["ListedCrossing"][];
						/** @description Pass it as `after` for the next page; null at the end */
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	approveCrossing: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["CrossingRequest"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "crossing.approved";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						approval: string;
						/** @description Id of an organisation or a till */
						resource: string;
						/** @description Id of an organisation or a till */
						consumer: string;
						/** @description ISO 3166-1 alpha-2 */
						region: string;
						until: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n68"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n128"];
			404: components["responses"]["Refusal404n129"];
			409: components["responses"]["Refusal409n198"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	listAccessRequests: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
				status?: "open" | "escalated" | "granted" | "refused";
				/** @description Id of an organisation or a till */
				resource?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["ListedRequest"][];
						/** @description Pass it as `after` for the next page; null at the end */
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	requestAccess: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["AccessRequest"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "request.made";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						request: string;
						/** @description Id of an organisation or a till */
						resource: string;
						/** @description Id of an organisation or a till */
						consumer: string;
						/** @enum {string} */
						basis: "statutory-duty" | "procurement" | "authorised-service" | "commissioned-project" | "joint-building" | "emergency";
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n128"];
			404: components["responses"]["Refusal404n129"];
			409: components["responses"]["Refusal409n199"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	listStandingGrants: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
				/** @description Id of an organisation or a till */
				resource?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["ListedStanding"][];
						/** @description Pass it as `after` for the next page; null at the end */
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	openStandingGrant: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["StandingRequest"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "standing.opened";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						standing: string;
						/** @description Id of an organisation or a till */
						resource: string;
						/** @description Id of an organisation or a till */
						provider: string;
						/** @description Id of an organisation or a till */
						consumer: string;
						days: number;
						until: string;
						/** @enum {string} */
						basis: "statutory-duty" | "procurement" | "authorised-service" | "commissioned-project" | "joint-building" | "emergency";
						keepDays: number;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n130"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n196"];
			404: components["responses"]["Refusal404n129"];
			409: components["responses"]["Refusal409n200"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n201"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n126"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	readConsent: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				consent: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Consent"];
				};
			};
			400: components["responses"]["Refusal400n6"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n202"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	withdrawConsent: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Reason"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "consent.withdrawn";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						consent: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n203"];
			404: components["responses"]["Refusal404n202"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	withdrawCrossing: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Reason"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "crossing.withdrawn";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						approval: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n204"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	readAccessRequest: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				request: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["AccessRequestState"];
				};
			};
			400: components["responses"]["Refusal400n6"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n205"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	answerAccessRequest: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				request: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["AccessAnswer"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "request.answered";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						request: string;
						/** @description Id of an organisation or a till */
						grant?: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n206"];
			404: components["responses"]["Refusal404n207"];
			409: components["responses"]["Refusal409n208"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	escalateAccessRequest: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Reason"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "request.escalated";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						request: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n205"];
			409: components["responses"]["Refusal409n208"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	drawStandingGrant: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				standing: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["DrawRequest"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "grant.granted";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						grant: string;
						/** @description Id of an organisation or a till */
						resource: string;
						/** @description Id of an organisation or a till */
						provider: string;
						/** @description Id of an organisation or a till */
						consumer: string;
						/** @enum {string} */
						right: "use" | "operate";
						/** @description Id of an organisation or a till */
						parent?: string;
						from: string;
						until: string;
						/** @enum {number} */
						version?: 2;
						/** @enum {string} */
						basis?: "statutory-duty" | "procurement" | "authorised-service" | "commissioned-project" | "joint-building" | "emergency";
						keepDays?: number;
						/** @description ISO 3166-1 alpha-2 */
						region?: string;
						reviewBy?: string;
						/** @description Id of an organisation or a till */
						consent?: string;
						/** @description Id of an organisation or a till */
						approval?: string;
						/** @description Id of an organisation or a till */
						standing?: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n209"];
			409: components["responses"]["Refusal409n210"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n211"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	closeStandingGrant: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Reason"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "standing.closed";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						standing: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n212"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	proposeRevocation: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Reason"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "grant.revocation-proposed";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						grant: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n136"];
			404: components["responses"]["Refusal404n135"];
			409: components["responses"]["Refusal409n137"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n126"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	countersignRevocation: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Reason"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "grant.revocation-countersigned";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						grant: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n136"];
			404: components["responses"]["Refusal404n135"];
			409: components["responses"]["Refusal409n137"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n126"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	attestDeletion: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["DeletionStatement"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "grant.deletion-attested";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						grant: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n136"];
			404: components["responses"]["Refusal404n135"];
			409: components["responses"]["Refusal409n137"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n213"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n126"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	reviewGrant: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["GrantReview"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "grant.reviewed";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						grant: string;
						upheld: boolean;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n136"];
			404: components["responses"]["Refusal404n135"];
			409: components["responses"]["Refusal409n137"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n126"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	listMyConsents: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["ListedConsent"][];
						/** @description Pass it as `after` for the next page; null at the end */
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n214"];
			403: components["responses"]["Refusal403n215"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	withdrawMyConsent: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				consent: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NoMembers"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						type: "consent.withdrawn";
						/** Format: date-time */
						time: string;
						/** @description SHA-256, hexadecimal */
						commitment: string;
						/** @description Id of an organisation or a till */
						consent: string;
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n214"];
			403: components["responses"]["Refusal403n216"];
			404: components["responses"]["Refusal404n202"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	readMyPseudonym: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				organisation: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Pseudonym"];
				};
			};
			400: components["responses"]["Refusal400n6"];
			401: components["responses"]["Refusal401n214"];
			403: components["responses"]["Refusal403n215"];
			404: components["responses"]["Refusal404n100"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	listOffers: {
		parameters: {
			query: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
				/** @description Id of an organisation or a till */
				resource: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Offer"][];
						/** @description Pass it as `after` for the next page; null at the end */
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n218"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	publishOffer: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["OfferRequest"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Offer"];
				};
			};
			400: components["responses"]["Refusal400n130"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n128"];
			404: components["responses"]["Refusal404n127"];
			409: components["responses"]["Refusal409n217"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n126"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	withdrawOffer: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				offer: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Reason"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @description Id of an organisation or a till */
						offer: string;
						/** @enum {boolean} */
						withdrawn: true;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n219"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	listNegotiations: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Negotiation"][];
						/** @description Pass it as `after` for the next page; null at the end */
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	requestNegotiation: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NegotiationRequest"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Negotiation"];
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n220"];
			409: components["responses"]["Refusal409n221"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			502: components["responses"]["Refusal502n222"];
			503: components["responses"]["Refusal503n223"];
		};
	};
	readNegotiation: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				negotiation: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Negotiation"];
				};
			};
			400: components["responses"]["Refusal400n6"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n224"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	counterNegotiation: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				negotiation: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NegotiationStep"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Negotiation"];
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n220"];
			404: components["responses"]["Refusal404n225"];
			409: components["responses"]["Refusal409n226"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			502: components["responses"]["Refusal502n222"];
			503: components["responses"]["Refusal503n223"];
		};
	};
	acceptNegotiation: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				negotiation: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NegotiationStep"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Negotiation"];
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n220"];
			404: components["responses"]["Refusal404n225"];
			409: components["responses"]["Refusal409n226"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			502: components["responses"]["Refusal502n222"];
			503: components["responses"]["Refusal503n223"];
		};
	};
	verifyNegotiation: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				negotiation: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NegotiationStep"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Negotiation"];
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n220"];
			404: components["responses"]["Refusal404n225"];
			409: components["responses"]["Refusal409n226"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			502: components["responses"]["Refusal502n222"];
			503: components["responses"]["Refusal503n223"];
		};
	};
	offerNegotiation: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				negotiation: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NegotiationStep"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Negotiation"];
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n220"];
			404: components["responses"]["Refusal404n225"];
			409: components["responses"]["Refusal409n226"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			502: components["responses"]["Refusal502n222"];
			503: components["responses"]["Refusal503n223"];
		};
	};
	agreeNegotiation: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				negotiation: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NegotiationStep"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Negotiation"];
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n220"];
			404: components["responses"]["Refusal404n225"];
			409: components["responses"]["Refusal409n226"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			502: components["responses"]["Refusal502n222"];
			503: components["responses"]["Refusal503n223"];
		};
	};
	finalizeNegotiation: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				negotiation: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NegotiationStep"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Negotiation"];
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n220"];
			404: components["responses"]["Refusal404n225"];
			409: components["responses"]["Refusal409n226"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			502: components["responses"]["Refusal502n222"];
			503: components["responses"]["Refusal503n223"];
		};
	};
	terminateNegotiation: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				negotiation: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NegotiationStep"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Negotiation"];
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n220"];
			404: components["responses"]["Refusal404n225"];
			409: components["responses"]["Refusal409n226"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			502: components["responses"]["Refusal502n222"];
			503: components["responses"]["Refusal503n223"];
		};
	};
	listTransfers: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Transfer"][];
						/** @description Pass it as `after` for the next page; null at the end */
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	requestTransfer: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["TransferRequest"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Transfer"];
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n220"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			502: components["responses"]["Refusal502n222"];
			503: components["responses"]["Refusal503n223"];
		};
	};
	readTransfer: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				transfer: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Transfer"];
				};
			};
			400: components["responses"]["Refusal400n6"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n227"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	startTransfer: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				transfer: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Reason"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Transfer"];
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n228"];
			404: components["responses"]["Refusal404n229"];
			409: components["responses"]["Refusal409n230"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			502: components["responses"]["Refusal502n222"];
			503: components["responses"]["Refusal503n223"];
		};
	};
	suspendTransfer: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				transfer: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Reason"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Transfer"];
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n228"];
			404: components["responses"]["Refusal404n229"];
			409: components["responses"]["Refusal409n230"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			502: components["responses"]["Refusal502n222"];
			503: components["responses"]["Refusal503n223"];
		};
	};
	completeTransfer: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				transfer: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Reason"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Transfer"];
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n228"];
			404: components["responses"]["Refusal404n229"];
			409: components["responses"]["Refusal409n230"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			502: components["responses"]["Refusal502n222"];
			503: components["responses"]["Refusal503n223"];
		};
	};
	terminateTransfer: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				transfer: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Reason"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Transfer"];
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n228"];
			404: components["responses"]["Refusal404n229"];
			409: components["responses"]["Refusal409n230"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			502: components["responses"]["Refusal502n222"];
			503: components["responses"]["Refusal503n223"];
		};
	};
	dspVersion: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						[key: string]: unknown;
					};
				};
			};
			401: components["responses"]["Refusal401n5"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	dspCatalogue: {
		parameters: {
			query?: {
				/** @description Id of an organisation or a till */
				after?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					"@context"?: unknown;
					"@type": string;
					filter?: unknown[];
				} & {
					[key: string]: unknown;
				};
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						[key: string]: unknown;
					};
				};
			};
			400: components["responses"]["Refusal400n231"];
			401: components["responses"]["Refusal401n232"];
			403: components["responses"]["Refusal403n233"];
			413: components["responses"]["Refusal413n234"];
			415: components["responses"]["Refusal415n235"];
			429: components["responses"]["Refusal429n236"];
			500: components["responses"]["Refusal500n237"];
		};
	};
	dspDataset: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of an organisation or a till */
				dataset: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						[key: string]: unknown;
					};
				};
			};
			400: components["responses"]["Refusal400n238"];
			401: components["responses"]["Refusal401n232"];
			403: components["responses"]["Refusal403n233"];
			404: components["responses"]["Refusal404n239"];
			429: components["responses"]["Refusal429n236"];
			500: components["responses"]["Refusal500n237"];
		};
	};
	dspBeginNegotiation: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					"@context"?: unknown;
					"@type": string;
					consumerPid: string;
					providerPid?: string;
					offer: {
						"@id": string;
						/** @enum {string} */
						"@type"?: "Offer";
						target?: string;
					} & {
						[key: string]: unknown;
					};
					callbackAddress?: string;
				} & {
					[key: string]: unknown;
				};
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						[key: string]: unknown;
					};
				};
			};
			400: components["responses"]["Refusal400n240"];
			401: components["responses"]["Refusal401n232"];
			403: components["responses"]["Refusal403n241"];
			404: components["responses"]["Refusal404n242"];
			409: components["responses"]["Refusal409n243"];
			413: components["responses"]["Refusal413n234"];
			415: components["responses"]["Refusal415n235"];
			422: components["responses"]["Refusal422n244"];
			429: components["responses"]["Refusal429n236"];
			500: components["responses"]["Refusal500n245"];
			502: components["responses"]["Refusal502n246"];
			503: components["responses"]["Refusal503n247"];
		};
	};
	dspReadNegotiation: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				negotiation: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						[key: string]: unknown;
					};
				};
			};
			400: components["responses"]["Refusal400n248"];
			401: components["responses"]["Refusal401n232"];
			403: components["responses"]["Refusal403n233"];
			404: components["responses"]["Refusal404n242"];
			409: components["responses"]["Refusal409n249"];
			422: components["responses"]["Refusal422n244"];
			429: components["responses"]["Refusal429n236"];
			500: components["responses"]["Refusal500n245"];
		};
	};
	dspNegotiationRequest: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				negotiation: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					"@context"?: unknown;
					"@type": string;
					consumerPid: string;
					providerPid: string;
					eventType?: string;
					offer?: {
						"@id": string;
						/** @enum {string} */
						"@type"?: "Offer";
						target?: string;
					} & {
						[key: string]: unknown;
					};
					agreement?: {
						"@id": string;
						/** @enum {string} */
						"@type": "Agreement";
						target: string;
						assigner: string;
						assignee: string;
					} & {
						[key: string]: unknown;
					};
					dataAddress?: {
						[key: string]: unknown;
					};
					code?: string;
					reason?: (string | {
						[key: string]: unknown;
					})[];
				} & {
					[key: string]: unknown;
				};
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						[key: string]: unknown;
					};
				};
			};
			400: components["responses"]["Refusal400n240"];
			401: components["responses"]["Refusal401n232"];
			403: components["responses"]["Refusal403n233"];
			404: components["responses"]["Refusal404n242"];
			409: components["responses"]["Refusal409n249"];
			413: components["responses"]["Refusal413n234"];
			415: components["responses"]["Refusal415n235"];
			422: components["responses"]["Refusal422n244"];
			429: components["responses"]["Refusal429n236"];
			500: components["responses"]["Refusal500n245"];
		};
	};
	dspNegotiationOffers: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				negotiation: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					"@context"?: unknown;
					"@type": string;
					consumerPid: string;
					providerPid: string;
					eventType?: string;
					offer?: {
						"@id": string;
						/** @enum {string} */
						"@type"?: "Offer";
						target?: string;
					} & {
						[key: string]: unknown;
					};
					agreement?: {
						"@id": string;
						/** @enum {string} */
						"@type": "Agreement";
						target: string;
						assigner: string;
						assignee: string;
					} & {
						[key: string]: unknown;
					};
					dataAddress?: {
						[key: string]: unknown;
					};
					code?: string;
					reason?: (string | {
						[key: string]: unknown;
					})[];
				} & {
					[key: string]: unknown;
				};
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						[key: string]: unknown;
					};
				};
			};
			400: components["responses"]["Refusal400n240"];
			401: components["responses"]["Refusal401n232"];
			403: components["responses"]["Refusal403n233"];
			404: components["responses"]["Refusal404n242"];
			409: components["responses"]["Refusal409n249"];
			413: components["responses"]["Refusal413n234"];
			415: components["responses"]["Refusal415n235"];
			422: components["responses"]["Refusal422n244"];
			429: components["responses"]["Refusal429n236"];
			500: components["responses"]["Refusal500n245"];
		};
	};
	dspNegotiationEvents: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				negotiation: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					"@context"?: unknown;
					"@type": string;
					consumerPid: string;
					providerPid: string;
					eventType?: string;
					offer?: {
						"@id": string;
						/** @enum {string} */
						"@type"?: "Offer";
						target?: string;
					} & {
						[key: string]: unknown;
					};
					agreement?: {
						"@id": string;
						/** @enum {string} */
						"@type": "Agreement";
						target: string;
						assigner: string;
						assignee: string;
					} & {
						[key: string]: unknown;
					};
					dataAddress?: {
						[key: string]: unknown;
					};
					code?: string;
					reason?: (string | {
						[key: string]: unknown;
					})[];
				} & {
					[key: string]: unknown;
				};
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						[key: string]: unknown;
					};
				};
			};
			400: components["responses"]["Refusal400n240"];
			401: components["responses"]["Refusal401n232"];
			403: components["responses"]["Refusal403n233"];
			404: components["responses"]["Refusal404n242"];
			409: components["responses"]["Refusal409n249"];
			413: components["responses"]["Refusal413n234"];
			415: components["responses"]["Refusal415n235"];
			422: components["responses"]["Refusal422n244"];
			429: components["responses"]["Refusal429n236"];
			500: components["responses"]["Refusal500n245"];
		};
	};
	dspNegotiationAgreement: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				negotiation: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					"@context"?: unknown;
					"@type": string;
					consumerPid: string;
					providerPid: string;
					eventType?: string;
					offer?: {
						"@id": string;
						/** @enum {string} */
						"@type"?: "Offer";
						target?: string;
					} & {
						[key: string]: unknown;
					};
					agreement?: {
						"@id": string;
						/** @enum {string} */
						"@type": "Agreement";
						target: string;
						assigner: string;
						assignee: string;
					} & {
						[key: string]: unknown;
					};
					dataAddress?: {
						[key: string]: unknown;
					};
					code?: string;
					reason?: (string | {
						[key: string]: unknown;
					})[];
				} & {
					[key: string]: unknown;
				};
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						[key: string]: unknown;
					};
				};
			};
			400: components["responses"]["Refusal400n240"];
			401: components["responses"]["Refusal401n232"];
			403: components["responses"]["Refusal403n233"];
			404: components["responses"]["Refusal404n242"];
			409: components["responses"]["Refusal409n249"];
			413: components["responses"]["Refusal413n234"];
			415: components["responses"]["Refusal415n235"];
			422: components["responses"]["Refusal422n244"];
			429: components["responses"]["Refusal429n236"];
			500: components["responses"]["Refusal500n245"];
		};
	};
	dspNegotiationAgreementVerification: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				negotiation: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					"@context"?: unknown;
					"@type": string;
					consumerPid: string;
					providerPid: string;
					eventType?: string;
					offer?: {
						"@id": string;
						/** @enum {string} */
						"@type"?: "Offer";
						target?: string;
					} & {
						[key: string]: unknown;
					};
					agreement?: {
						"@id": string;
						/** @enum {string} */
						"@type": "Agreement";
						target: string;
						assigner: string;
						assignee: string;
					} & {
						[key: string]: unknown;
					};
					dataAddress?: {
						[key: string]: unknown;
					};
					code?: string;
					reason?: (string | {
						[key: string]: unknown;
					})[];
				} & {
					[key: string]: unknown;
				};
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						[key: string]: unknown;
					};
				};
			};
			400: components["responses"]["Refusal400n240"];
			401: components["responses"]["Refusal401n232"];
			403: components["responses"]["Refusal403n233"];
			404: components["responses"]["Refusal404n242"];
			409: components["responses"]["Refusal409n249"];
			413: components["responses"]["Refusal413n234"];
			415: components["responses"]["Refusal415n235"];
			422: components["responses"]["Refusal422n244"];
			429: components["responses"]["Refusal429n236"];
			500: components["responses"]["Refusal500n245"];
		};
	};
	dspNegotiationTermination: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				negotiation: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					"@context"?: unknown;
					"@type": string;
					consumerPid: string;
					providerPid: string;
					eventType?: string;
					offer?: {
						"@id": string;
						/** @enum {string} */
						"@type"?: "Offer";
						target?: string;
					} & {
						[key: string]: unknown;
					};
					agreement?: {
						"@id": string;
						/** @enum {string} */
						"@type": "Agreement";
						target: string;
						assigner: string;
						assignee: string;
					} & {
						[key: string]: unknown;
					};
					dataAddress?: {
						[key: string]: unknown;
					};
					code?: string;
					reason?: (string | {
						[key: string]: unknown;
					})[];
				} & {
					[key: string]: unknown;
				};
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						[key: string]: unknown;
					};
				};
			};
			400: components["responses"]["Refusal400n240"];
			401: components["responses"]["Refusal401n232"];
			403: components["responses"]["Refusal403n233"];
			404: components["responses"]["Refusal404n242"];
			409: components["responses"]["Refusal409n249"];
			413: components["responses"]["Refusal413n234"];
			415: components["responses"]["Refusal415n235"];
			422: components["responses"]["Refusal422n244"];
			429: components["responses"]["Refusal429n236"];
			500: components["responses"]["Refusal500n245"];
		};
	};
	dspBeginTransfer: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					"@context"?: unknown;
					"@type": string;
					consumerPid: string;
					agreementId: string;
					format: string;
					callbackAddress: string;
				} & {
					[key: string]: unknown;
				};
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						[key: string]: unknown;
					};
				};
			};
			400: components["responses"]["Refusal400n240"];
			401: components["responses"]["Refusal401n232"];
			403: components["responses"]["Refusal403n250"];
			404: components["responses"]["Refusal404n251"];
			409: components["responses"]["Refusal409n252"];
			413: components["responses"]["Refusal413n234"];
			415: components["responses"]["Refusal415n235"];
			422: components["responses"]["Refusal422n244"];
			429: components["responses"]["Refusal429n236"];
			500: components["responses"]["Refusal500n245"];
			502: components["responses"]["Refusal502n246"];
			503: components["responses"]["Refusal503n247"];
		};
	};
	dspReadTransfer: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				transfer: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						[key: string]: unknown;
					};
				};
			};
			400: components["responses"]["Refusal400n248"];
			401: components["responses"]["Refusal401n232"];
			403: components["responses"]["Refusal403n253"];
			404: components["responses"]["Refusal404n254"];
			409: components["responses"]["Refusal409n255"];
			422: components["responses"]["Refusal422n244"];
			429: components["responses"]["Refusal429n236"];
			500: components["responses"]["Refusal500n245"];
		};
	};
	dspTransferStart: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				transfer: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					"@context"?: unknown;
					"@type": string;
					consumerPid: string;
					providerPid: string;
					eventType?: string;
					offer?: {
						"@id": string;
						/** @enum {string} */
						"@type"?: "Offer";
						target?: string;
					} & {
						[key: string]: unknown;
					};
					agreement?: {
						"@id": string;
						/** @enum {string} */
						"@type": "Agreement";
						target: string;
						assigner: string;
						assignee: string;
					} & {
						[key: string]: unknown;
					};
					dataAddress?: {
						[key: string]: unknown;
					};
					code?: string;
					reason?: (string | {
						[key: string]: unknown;
					})[];
				} & {
					[key: string]: unknown;
				};
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						[key: string]: unknown;
					};
				};
			};
			400: components["responses"]["Refusal400n240"];
			401: components["responses"]["Refusal401n232"];
			403: components["responses"]["Refusal403n253"];
			404: components["responses"]["Refusal404n254"];
			409: components["responses"]["Refusal409n255"];
			413: components["responses"]["Refusal413n234"];
			415: components["responses"]["Refusal415n235"];
			422: components["responses"]["Refusal422n244"];
			429: components["responses"]["Refusal429n236"];
			500: components["responses"]["Refusal500n245"];
		};
	};
	dspTransferSuspension: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				transfer: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					"@context"?: unknown;
					"@type": string;
					consumerPid: string;
					providerPid: string;
					eventType?: string;
					offer?: {
						"@id": string;
						/** @enum {string} */
						"@type"?: "Offer";
						target?: string;
					} & {
						[key: string]: unknown;
					};
					agreement?: {
						"@id": string;
						/** @enum {string} */
						"@type": "Agreement";
						target: string;
						assigner: string;
						assignee: string;
					} & {
						[key: string]: unknown;
					};
					dataAddress?: {
						[key: string]: unknown;
					};
					code?: string;
					reason?: (string | {
						[key: string]: unknown;
					})[];
				} & {
					[key: string]: unknown;
				};
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						[key: string]: unknown;
					};
				};
			};
			400: components["responses"]["Refusal400n240"];
			401: components["responses"]["Refusal401n232"];
			403: components["responses"]["Refusal403n253"];
			404: components["responses"]["Refusal404n254"];
			409: components["responses"]["Refusal409n255"];
			413: components["responses"]["Refusal413n234"];
			415: components["responses"]["Refusal415n235"];
			422: components["responses"]["Refusal422n244"];
			429: components["responses"]["Refusal429n236"];
			500: components["responses"]["Refusal500n245"];
		};
	};
	dspTransferCompletion: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				transfer: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					"@context"?: unknown;
					"@type": string;
					consumerPid: string;
					providerPid: string;
					eventType?: string;
					offer?: {
						"@id": string;
						/** @enum {string} */
						"@type"?: "Offer";
						target?: string;
					} & {
						[key: string]: unknown;
					};
					agreement?: {
						"@id": string;
						/** @enum {string} */
						"@type": "Agreement";
						target: string;
						assigner: string;
						assignee: string;
					} & {
						[key: string]: unknown;
					};
					dataAddress?: {
						[key: string]: unknown;
					};
					code?: string;
					reason?: (string | {
						[key: string]: unknown;
					})[];
				} & {
					[key: string]: unknown;
				};
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						[key: string]: unknown;
					};
				};
			};
			400: components["responses"]["Refusal400n240"];
			401: components["responses"]["Refusal401n232"];
			403: components["responses"]["Refusal403n253"];
			404: components["responses"]["Refusal404n254"];
			409: components["responses"]["Refusal409n255"];
			413: components["responses"]["Refusal413n234"];
			415: components["responses"]["Refusal415n235"];
			422: components["responses"]["Refusal422n244"];
			429: components["responses"]["Refusal429n236"];
			500: components["responses"]["Refusal500n245"];
		};
	};
	dspTransferTermination: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				transfer: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					"@context"?: unknown;
					"@type": string;
					consumerPid: string;
					providerPid: string;
					eventType?: string;
					offer?: {
						"@id": string;
						/** @enum {string} */
						"@type"?: "Offer";
						target?: string;
					} & {
						[key: string]: unknown;
					};
					agreement?: {
						"@id": string;
						/** @enum {string} */
						"@type": "Agreement";
						target: string;
						assigner: string;
						assignee: string;
					} & {
						[key: string]: unknown;
					};
					dataAddress?: {
						[key: string]: unknown;
					};
					code?: string;
					reason?: (string | {
						[key: string]: unknown;
					})[];
				} & {
					[key: string]: unknown;
				};
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						[key: string]: unknown;
					};
				};
			};
			400: components["responses"]["Refusal400n240"];
			401: components["responses"]["Refusal401n232"];
			403: components["responses"]["Refusal403n253"];
			404: components["responses"]["Refusal404n254"];
			409: components["responses"]["Refusal409n255"];
			413: components["responses"]["Refusal413n234"];
			415: components["responses"]["Refusal415n235"];
			422: components["responses"]["Refusal422n244"];
			429: components["responses"]["Refusal429n236"];
			500: components["responses"]["Refusal500n245"];
		};
	};
	listBooksReports: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["BooksReport"][];
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	reconcileBooks: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"text/csv": string;
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["BooksReport"];
				};
			};
			400: components["responses"]["Refusal400n256"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			413: components["responses"]["Refusal413n257"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n258"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	readBooksReport: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
			};
			header?: never;
			path: {
				/** @description Id of a report */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @description Id of a report */
						id: string;
						/** @description Id of an organisation or a till */
						organisation: string;
						days: string[];
						/** @description Rows of the file */
						rows: number;
						/** Format: date-time */
						createdAt: string;
						sums: components["schemas"]["CurrencySum"][];
						/** @description How many differences there are of each kind */
						counts: {
							[key: string]: number;
						};
						links: {
							self: string;
						};
						items: components["schemas"]["BooksDifference"][];
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n7"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	readStatistics: {
		parameters: {
			query?: {
				/** @description A day in China */
				date?: string;
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["DayStatistics"];
				};
			};
			400: components["responses"]["Refusal400n259"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n17"];
		};
	};
	readCuts: {
		parameters: {
			query: {
				by: "region" | "trade" | "rate" | "day";
				/** @description A day in China */
				from?: string;
				/** @description A day in China */
				to?: string;
				limit?: number;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["CutStatistics"];
				};
			};
			400: components["responses"]["Refusal400n67"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	readDefinitions: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						version: string;
						items: {
							name: string;
							en: string;
							zh: string;
						}[];
					};
				};
			};
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	readReconciliation: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @description Entries that were compared */
						height: number;
						/** @description Entries of the ledger */
						ledger: number;
						/** Format: date-time */
						lookedAt: string | null;
						openFindings: number;
						lastTimeToDetectSeconds: number | null;
						lastFullPass: components["schemas"]["FullPass"];
						waitingPass: components["schemas"]["FullPass"];
					};
				};
			};
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	listFindings: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
				/** @description true: only what is still wrong */
				open?: "true" | "false";
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Finding"][];
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	listRepairs: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Repair"][];
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	requestFullPass: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Reason"];
			};
		};
		responses: {
			202: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["FullPass"];
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	listChanges: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Change"][];
						/** @description Where to go on: nothing is missed and nothing comes twice */
						cursor: string;
						more: boolean;
					};
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	streamChanges: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"text/event-stream": string;
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	verify: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["VerificationRequest"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["VerificationResult"] | components["schemas"]["VerificationResults"];
				};
			};
			400: components["responses"]["Refusal400n260"];
			401: components["responses"]["Refusal401n5"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	readCheckpoint: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"text/plain": string;
				};
			};
			401: components["responses"]["Refusal401n5"];
			404: components["responses"]["Refusal404n7"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	readVkey: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"text/plain": string;
				};
			};
			401: components["responses"]["Refusal401n5"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	readAttesterVkey: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"text/plain": string;
				};
			};
			401: components["responses"]["Refusal401n5"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	readAttestation: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				number: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"text/plain": string;
				};
			};
			400: components["responses"]["Refusal400n6"];
			401: components["responses"]["Refusal401n5"];
			404: components["responses"]["Refusal404n7"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	readStatusSeal: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				number: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Bundle"];
				};
			};
			400: components["responses"]["Refusal400n6"];
			401: components["responses"]["Refusal401n5"];
			404: components["responses"]["Refusal404n7"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n261"];
		};
	};
	listWitnesses: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Witness"][];
					};
				};
			};
			401: components["responses"]["Refusal401n5"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	readTile: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				level: string;
				/** @description Three digits; larger ones as in tlog-tiles, x001/234 */
				index: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/octet-stream": string;
				};
			};
			400: components["responses"]["Refusal400n6"];
			401: components["responses"]["Refusal401n5"];
			404: components["responses"]["Refusal404n7"];
			410: components["responses"]["Refusal410n262"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	readPartialTile: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				level: string;
				/** @description Three digits; larger ones as in tlog-tiles, x001/234 */
				index: string;
				width: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/octet-stream": string;
				};
			};
			400: components["responses"]["Refusal400n6"];
			401: components["responses"]["Refusal401n5"];
			404: components["responses"]["Refusal404n7"];
			410: components["responses"]["Refusal410n262"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	readHealth: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						status: "ok";
					};
				};
			};
			500: components["responses"]["Refusal500n4"];
		};
	};
	readReadiness: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Readiness"];
				};
			};
			500: components["responses"]["Refusal500n4"];
			503: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Readiness"];
				};
			};
		};
	};
	readMetrics: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"text/plain": string;
				};
			};
			500: components["responses"]["Refusal500n4"];
		};
	};
	readOpenApi: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @enum {string} */
						openapi: "3.1.0";
					} & {
						[key: string]: unknown;
					};
				};
			};
			500: components["responses"]["Refusal500n4"];
		};
	};
	readDocs: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"text/html": string;
				};
			};
			500: components["responses"]["Refusal500n4"];
		};
	};
	readDocsAsset: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				asset: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"text/javascript": string;
				};
			};
			400: components["responses"]["Refusal400n6"];
			404: components["responses"]["Refusal404n7"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	listWebhooks: {
		parameters: {
			query?: {
				after?: string;
				limit?: number;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Webhook"][];
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	createWebhook: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["WebhookRequest"];
			};
		};
		responses: {
			201: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["WebhookWithSecret"];
				};
			};
			400: components["responses"]["Refusal400n263"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			409: components["responses"]["Refusal409n264"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n265"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	readWebhook: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Webhook"];
				};
			};
			400: components["responses"]["Refusal400n6"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n266"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	removeWebhook: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Reason"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						removed: string;
					};
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n266"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	changeWebhook: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["WebhookChange"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Webhook"];
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n266"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			422: components["responses"]["Refusal422n265"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	rotateWebhookSecret: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Reason"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["WebhookWithSecret"];
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n266"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	resumeWebhook: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["WebhookResume"];
			};
		};
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Webhook"];
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n267"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	listDeliveries: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
			};
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["DeliveryAttempt"][];
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n266"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	listDeadLetters: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
			};
			header?: never;
			path: {
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["DeadLetter"][];
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n266"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	redeliverDeadLetter: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: string;
				cursor: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Reason"];
			};
		};
		responses: {
			202: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Webhook"];
				};
			};
			400: components["responses"]["Refusal400n18"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			404: components["responses"]["Refusal404n267"];
			413: components["responses"]["Refusal413n12"];
			415: components["responses"]["Refusal415n13"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
			503: components["responses"]["Refusal503n15"];
		};
	};
	listAnchors: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						items: components["schemas"]["Anchor"][];
						/** @description Pass it as `after` for the next page; null at the end */
						next: string | null;
					};
				};
			};
			400: components["responses"]["Refusal400n16"];
			401: components["responses"]["Refusal401n5"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
	readAnchorStatus: {
		parameters: {
			query?: {
				alarms?: "open" | "all";
				limit?: number;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						logSize: number;
						newest: components["schemas"]["Anchor"] | null;
						alarms: components["schemas"]["AnchorAlarm"][];
					};
				};
			};
			400: components["responses"]["Refusal400n174"];
			401: components["responses"]["Refusal401n1"];
			403: components["responses"]["Refusal403n2"];
			429: components["responses"]["Refusal429n3"];
			500: components["responses"]["Refusal500n4"];
		};
	};
}
