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
		 * Report a paid sale: it waits for its invoice, which whoever holds the receipt claims by its code
		 * @description Roles: merchant, platform.
		 */
		post: operations["recordSale"];
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
		 * A short-lived token for this grant alone; for its consumer
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
		 * Every check and read under a grant, oldest first, each with its proof; a consumer sees its own
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
		 * The whole audit log, oldest first
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
			code: "BODY_MALFORMED" | "BODY_TOO_LARGE" | "LINE_TOO_LONG" | "BATCH_TOO_LONG" | "MEDIA_TYPE_UNSUPPORTED" | "FIELD_MISSING" | "FIELD_INVALID" | "FIELD_UNKNOWN" | "TEXT_NOT_WELL_FORMED" | "CURSOR_INVALID" | "QR_MALFORMED" | "BUNDLE_MALFORMED" | "NOTE_MALFORMED" | "POLICY_MALFORMED" | "TRUST_UNSIGNED" | "TRUST_ROLLBACK" | "TRUST_CONFLICT" | "ROTATION_UNDER_WAY" | "PROOF_MALFORMED" | "DOCUMENT_MALFORMED" | "DOCUMENT_UNSUPPORTED" | "DOCUMENT_RULES_BROKEN" | "ORIGINAL_UNKNOWN" | "EVIDENCE_MALFORMED" | "EVIDENCE_UNSAFE" | "EVIDENCE_TOO_LARGE" | "EVIDENCE_CHANGED" | "CSV_MALFORMED" | "CSV_HEADER_INVALID" | "CSV_TOO_LONG" | "CREDENTIALS_MISSING" | "CREDENTIALS_INVALID" | "ACTION_FORBIDDEN" | "RATE_LIMITED" | "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "ORGANISATION_UNKNOWN" | "ORGANISATION_EXISTS" | "TAXPAYER_EXISTS" | "TAXPAYER_ID_MALFORMED" | "TAXPAYER_ID_CHECK" | "TILL_UNKNOWN" | "TILL_EXISTS" | "TILL_NOT_YOURS" | "DELEGATION_EXISTS" | "DELEGATION_UNKNOWN" | "RANGE_INVALID" | "RANGE_OVERLAPS" | "RANGE_EXHAUSTED" | "RANGE_QUOTA" | "WEBHOOK_UNKNOWN" | "WEBHOOK_URL_FORBIDDEN" | "WEBHOOK_HOST_UNKNOWN" | "WEBHOOK_LIMIT" | "DEAD_LETTER_UNKNOWN" | "RESOURCE_UNKNOWN" | "RESOURCE_EXISTS" | "RESOURCE_NOT_YOURS" | "GRANT_UNKNOWN" | "GRANT_EXISTS" | "GRANT_NOT_YOURS" | "GRANT_RIGHT_MISSING" | "GRANT_SCOPE_WIDER" | "GRANT_TERM_INVALID" | "GRANT_STATE_WRONG" | "GRANT_NOT_STARTED" | "GRANT_PAUSED" | "GRANT_EXPIRED" | "GRANT_REVOKED" | "GRANT_RECORD_BROKEN" | "TOKEN_OF_ANOTHER_GRANT" | "FIELD_NOT_GRANTED" | "FILTER_INVALID" | "SOURCE_INVALID" | "SOURCE_CHANGED" | "SOURCE_UNAVAILABLE" | "AUDIT_NOT_CONTIGUOUS" | "INVOICE_UNKNOWN" | "INVOICE_CONFLICT" | "INVOICE_EXISTS" | "INVOICE_ERASED" | "NUMBER_MALFORMED" | "NUMBER_OUT_OF_RANGE" | "CURRENCY_INVALID" | "MONEY_MALFORMED" | "RATE_UNKNOWN" | "LINE_AMOUNT_WRONG" | "LINE_TAX_WRONG" | "TOTALS_WRONG" | "TAX_BREAKDOWN_WRONG" | "AMOUNT_SIGN_WRONG" | "SELLER_MISMATCH" | "TIME_IN_FUTURE" | "TIME_MALFORMED" | "SALE_UNKNOWN" | "SALE_CONFLICT" | "SALE_INVOICED" | "SALE_EXPIRED" | "SALE_CANCELLED" | "SALE_CLAIMING" | "SALE_ERASED" | "CLAIM_CODE_WRONG" | "HOLDER_TOKEN_INVALID" | "REFUND_LINE_UNKNOWN" | "REFUND_TOO_LARGE" | "REFUND_CONFLICT" | "DIGEST_MALFORMED" | "PROVENANCE_UNKNOWN" | "PROVENANCE_EXISTS" | "PROVENANCE_PARENT_UNKNOWN" | "PROVENANCE_CYCLE" | "PROVENANCE_NOT_YOURS" | "PROVENANCE_ERASED" | "STATEMENT_SIGNATURE_WRONG" | "PROOF_PENDING" | "COMMIT_UNATTESTED" | "QUEUE_FULL" | "DEADLINE_EXCEEDED" | "DATABASE_UNAVAILABLE" | "DATABASE_UNSUITABLE" | "LEDGER_HANDING_OVER" | "HANDOVER_STATE_WRONG" | "ARCHIVE_BROKEN" | "ARCHIVE_UNSUPPORTED" | "ARCHIVE_KEY_WRONG" | "LOG_PRUNED" | "BACKUP_BROKEN" | "LEDGER_HELD" | "LEDGER_NOT_HELD" | "LEDGER_FORKED" | "LEDGER_EXISTS" | "LEDGER_UNAVAILABLE" | "LEDGER_CONTENDED" | "ENDORSEMENT_MISSING" | "CERTIFICATE_REFUSED" | "TRANSACTION_TIME_OFF" | "LEDGER_BROKEN" | "LOG_BROKEN" | "INTERNAL";
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
		};
		/** @description All that an offline verifier needs. docs/formats.md, Offline bundle */
		Bundle: {
			/** @enum {string} */
			mediaType: "application/vnd.lianpiao.bundle.v1+json" | "application/vnd.lianpiao.bundle.v2+json";
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
			/** @description In version 2: evidence that the entry was committed */
			commit?: {
				place: {
					block: number;
					transaction: number;
					id?: string;
				};
				proof: string;
			};
		};
		Reason: {
			/** @description Why; kept with the act */
			reason: string;
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
			state: "open" | "invoiced" | "expired" | "cancelled";
			/** @description Id of an organisation or a till */
			seller: string;
			/** @description Id of an organisation or a till */
			till: string;
			/** Format: date */
			day: string;
			/** @description null when the content was erased */
			orderReference: string | null;
			/** @description null when the content was erased */
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
		/** @description A paid sale of profile cn: an invoice request without its buyer, whom the claim will name */
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
			payment: components["schemas"]["Payment"];
			/**
			 * Format: date-time
			 * @description Until then its invoice can be claimed; 90 days when absent, 366 at most
			 */
			expiresAt?: string;
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
				state: "open" | "invoiced" | "expired" | "cancelled";
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
			state: "open" | "invoiced" | "expired" | "cancelled";
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
			/** @description Who, what and why; null when it was erased */
			record: {
				who: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why: string;
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
			/** @description Who, what and why; null when it was erased */
			record: {
				who: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why: string;
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
			/** @description Who, what and why; null when it was erased */
			record: {
				who: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why: string;
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
			/** @description Who, what and why; null when it was erased */
			record: {
				who: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why: string;
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
			/** @description Who, what and why; null when it was erased */
			record: {
				who: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why: string;
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
			/** @description Who, what and why; null when it was erased */
			record: {
				who: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why: string;
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
			/** @description Who, what and why; null when it was erased */
			record: {
				who: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why: string;
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
			/** @description Who, what and why; null when it was erased */
			record: {
				who: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why: string;
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
			/** @description Who, what and why; null when it was erased */
			record: {
				who: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why: string;
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
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why; null when it was erased */
			record: {
				who: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why: string;
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
			/** @description Who, what and why; null when it was erased */
			record: {
				who: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why: string;
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
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			subject: string;
			/** @description Who, what and why; null when it was erased */
			record: {
				who: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why: string;
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
			/** @description Who, what and why; null when it was erased */
			record: {
				who: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why: string;
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
			/** @description Who, what and why; null when it was erased */
			record: {
				who: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why: string;
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
			/** @description Who, what and why; null when it was erased */
			record: {
				who: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why: string;
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
			/** @description Who, what and why; null when it was erased */
			record: {
				who: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why: string;
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
			/** @description Who, what and why; null when it was erased */
			record: {
				who: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why: string;
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
			/** @description Who, what and why; null when it was erased */
			record: {
				who: {
					key: string;
					/** @description Id of an organisation or a till */
					organisation: string;
				};
				what: {
					type: string;
				} & {
					[key: string]: unknown;
				};
				why: string;
			} | null;
		};
		NewApiKey: {
			id: string;
			/** @description Id of an organisation or a till */
			organisation: string;
			/** @enum {string} */
			role: "bureau" | "merchant" | "platform" | "company" | "provider" | "consumer" | "auditor";
			label: string;
			/** @description Shown this once */
			apiKey: string;
		};
		ApiKeyRequest: {
			/** @description Id of an organisation or a till */
			organisation: string;
			label: string;
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
			};
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
			/**
			 * @description What was last done to it
			 * @enum {string}
			 */
			status: "active" | "paused" | "revoked";
			/**
			 * @description What holds now, its term and the grants above it included
			 * @enum {string}
			 */
			effective: "active" | "expired" | "paused" | "pending" | "revoked";
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
			/**
			 * @description What was last done to it
			 * @enum {string}
			 */
			status: "active" | "paused" | "revoked";
			/**
			 * @description What holds now, its term and the grants above it included
			 * @enum {string}
			 */
			effective: "active" | "expired" | "paused" | "pending" | "revoked";
			terms: components["schemas"]["GrantTerms"];
			/** Format: date-time */
			grantedAt: string;
			/** @description Place in the ledger, and in the public log */
			sequence: number;
			/** @description Newest first */
			events: {
				/** @description Place in the ledger, and in the public log */
				sequence: number;
				/** @enum {string} */
				type: "grant.granted" | "grant.paused" | "grant.resumed" | "grant.revoked";
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
			/** @description Send it as `Authorization: Bearer`; it opens this grant only */
			token: string;
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
			event: "check" | "read" | "stream" | "stream-end";
			/** @description Id of an organisation or a till */
			grant: string;
			/** @description Id of an organisation or a till */
			resource?: string;
			/** @description Id of an organisation or a till */
			organisation: string;
			key: string;
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
			type: "organisation.registered" | "till.registered" | "delegation.granted" | "delegation.revoked" | "range.allotted" | "range.assigned" | "act.recorded" | "provenance.registered" | "provenance.event" | "resource.registered" | "resource.transferred" | "grant.granted" | "grant.paused" | "grant.resumed" | "grant.revoked" | "audit.sealed" | "ledger.handed-over" | "ledger.taken-over" | "invoice.issued";
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
			result: "genuine" | "test" | "registered" | "differing" | "unknown" | "invalid";
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
				id: "form" | "leaf" | "commitment" | "source" | "erasure" | "proof" | "inclusion" | "log" | "witnesses" | "commit" | "anchors";
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
			types: ("organisation.registered" | "till.registered" | "delegation.granted" | "delegation.revoked" | "range.allotted" | "range.assigned" | "provenance.registered" | "provenance.event" | "resource.registered" | "resource.transferred" | "grant.granted" | "grant.paused" | "grant.resumed" | "grant.revoked" | "audit.sealed" | "ledger.handed-over" | "ledger.taken-over" | "invoice.issued" | "act.recorded")[] | null;
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
			types?: ("organisation.registered" | "till.registered" | "delegation.granted" | "delegation.revoked" | "range.allotted" | "range.assigned" | "provenance.registered" | "provenance.event" | "resource.registered" | "resource.transferred" | "grant.granted" | "grant.paused" | "grant.resumed" | "grant.revoked" | "audit.sealed" | "ledger.handed-over" | "ledger.taken-over" | "invoice.issued" | "act.recorded")[];
			/** @description Cursor to start from; what happens from now on when absent */
			after?: string;
			/** @description Why; kept with the act */
			reason: string;
		};
		Webhook: {
			id: string;
			url: string;
			/** @description null: all */
			types: ("organisation.registered" | "till.registered" | "delegation.granted" | "delegation.revoked" | "range.allotted" | "range.assigned" | "provenance.registered" | "provenance.event" | "resource.registered" | "resource.transferred" | "grant.granted" | "grant.paused" | "grant.resumed" | "grant.revoked" | "audit.sealed" | "ledger.handed-over" | "ledger.taken-over" | "invoice.issued" | "act.recorded")[] | null;
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
			types?: ("organisation.registered" | "till.registered" | "delegation.granted" | "delegation.revoked" | "range.allotted" | "range.assigned" | "provenance.registered" | "provenance.event" | "resource.registered" | "resource.transferred" | "grant.granted" | "grant.paused" | "grant.resumed" | "grant.revoked" | "audit.sealed" | "ledger.handed-over" | "ledger.taken-over" | "invoice.issued" | "act.recorded")[] | null;
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
	responses: never;
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
			401: {
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
			403: {
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
			429: {
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
			500: {
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
			401: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			404: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			409: {
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
			413: {
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
			415: {
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
			422: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			403: {
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
			413: {
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
			415: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			403: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			429: {
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
			500: {
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
		};
	};
	readProof: {
		parameters: {
			query?: {
				/** @description Fields to withhold: each leaves its digest, and the proof holds */
				hide?: string;
				/** @description Evidence of the commit with it or not; by default where other organisations attest */
				commit?: "true" | "false";
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			410: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			410: {
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
			413: {
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
			415: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			403: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			409: {
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
			413: {
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
			415: {
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
			422: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			409: {
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
			410: {
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
			413: {
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
			415: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			410: {
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
			413: {
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
			415: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			409: {
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
			410: {
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
			413: {
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
			415: {
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
			422: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			404: {
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
			410: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			409: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"] & {
						/** @enum {string} */
						code?: "RANGE_EXHAUSTED" | "SALE_INVOICED";
						/** @constant */
						status?: 409;
					};
				};
			};
			410: {
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
			413: {
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
			415: {
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
			422: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			404: {
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
			429: {
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
			500: {
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
		};
	};
	readClaimedProof: {
		parameters: {
			query?: {
				/** @description Fields to withhold: each leaves its digest, and the proof holds */
				hide?: string;
				/** @description Evidence of the commit with it or not; by default where other organisations attest */
				commit?: "true" | "false";
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
			400: {
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
			401: {
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
			404: {
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
			410: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			404: {
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
			410: {
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
			429: {
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
			500: {
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
			503: {
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
			504: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			410: {
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
			429: {
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
			500: {
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
			503: {
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
			504: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			410: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			410: {
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
			422: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			410: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			409: {
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
			413: {
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
			415: {
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
			422: {
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
			429: {
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
			500: {
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
			503: {
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
			504: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			409: {
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
			413: {
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
			415: {
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
			422: {
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
			429: {
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
			500: {
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
			503: {
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
			504: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			410: {
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
			413: {
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
			415: {
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
			422: {
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
			429: {
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
			500: {
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
			503: {
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
			504: {
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
			400: {
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
			401: {
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
			403: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			409: {
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
			413: {
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
			415: {
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
			422: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			409: {
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
			413: {
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
			415: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			409: {
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
			413: {
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
			415: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			409: {
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
			413: {
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
			415: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			409: {
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
			413: {
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
			415: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			413: {
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
			415: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			403: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			413: {
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
			415: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			413: {
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
			415: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			403: {
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
			409: {
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
			413: {
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
			415: {
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
			422: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			404: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			404: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			413: {
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
			415: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			410: {
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
			413: {
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
			415: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			404: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			404: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			404: {
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
			410: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			403: {
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
			429: {
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
			500: {
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
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			409: {
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
			413: {
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
			415: {
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
			422: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			413: {
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
			415: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			429: {
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
			500: {
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
						/** @description Place in the ledger, and in the public log */
						sequence: number;
					};
				};
			};
			400: {
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
			401: {
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
			403: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"] & {
						/** @enum {string} */
						code?: "ACTION_FORBIDDEN" | "GRANT_EXPIRED" | "GRANT_NOT_STARTED" | "GRANT_NOT_YOURS" | "GRANT_PAUSED" | "GRANT_REVOKED" | "GRANT_RIGHT_MISSING" | "RESOURCE_NOT_YOURS";
						/** @constant */
						status?: 403;
					};
				};
			};
			404: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"] & {
						/** @enum {string} */
						code?: "GRANT_UNKNOWN" | "ORGANISATION_UNKNOWN" | "RESOURCE_UNKNOWN";
						/** @constant */
						status?: 404;
					};
				};
			};
			409: {
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
			413: {
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
			415: {
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
			422: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			409: {
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
			413: {
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
			415: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			409: {
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
			413: {
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
			415: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			409: {
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
			413: {
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
			415: {
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
			429: {
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
			500: {
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
			503: {
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
		};
	};
	createGrantToken: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			413: {
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
			415: {
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
			429: {
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
			500: {
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
		};
	};
	listGrantAudit: {
		parameters: {
			query?: {
				/** @description `next` of the page before */
				after?: string;
				limit?: number;
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			429: {
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
			500: {
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
		};
	};
	listAudit: {
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
					"application/json": components["schemas"]["AuditList"];
				};
			};
			400: {
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
			401: {
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
			403: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"] & {
						/** @enum {string} */
						code?: "ACTION_FORBIDDEN" | "FIELD_NOT_GRANTED" | "GRANT_EXPIRED" | "GRANT_NOT_STARTED" | "GRANT_PAUSED" | "GRANT_REVOKED" | "TOKEN_OF_ANOTHER_GRANT";
						/** @constant */
						status?: 403;
					};
				};
			};
			404: {
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
			422: {
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
			429: {
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
			500: {
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
			502: {
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
			503: {
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
			504: {
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
					"application/json": {
						items: {
							[key: string]: string | boolean | null;
						}[];
						/** @description Pass it as `after` for the next page; null at the end */
						next: string | null;
					};
				};
			};
			400: {
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
			401: {
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
			403: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"] & {
						/** @enum {string} */
						code?: "ACTION_FORBIDDEN" | "FIELD_NOT_GRANTED" | "GRANT_EXPIRED" | "GRANT_NOT_STARTED" | "GRANT_PAUSED" | "GRANT_REVOKED" | "TOKEN_OF_ANOTHER_GRANT";
						/** @constant */
						status?: 403;
					};
				};
			};
			404: {
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
			422: {
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
			429: {
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
			500: {
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
			502: {
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
			503: {
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
			504: {
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
					"application/x-ndjson": string;
				};
			};
			400: {
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
			401: {
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
			403: {
				headers: {
					"X-Request-Id": string;
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"] & {
						/** @enum {string} */
						code?: "ACTION_FORBIDDEN" | "FIELD_NOT_GRANTED" | "GRANT_EXPIRED" | "GRANT_NOT_STARTED" | "GRANT_PAUSED" | "GRANT_REVOKED" | "TOKEN_OF_ANOTHER_GRANT";
						/** @constant */
						status?: 403;
					};
				};
			};
			404: {
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
			422: {
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
			429: {
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
			500: {
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
			502: {
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
			503: {
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
			504: {
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
			400: {
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
			401: {
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
			403: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			413: {
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
			415: {
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
			422: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			403: {
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
			429: {
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
			500: {
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
			401: {
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
			403: {
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
			429: {
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
			500: {
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
			401: {
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
			403: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			413: {
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
			415: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			413: {
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
			415: {
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
			429: {
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
			500: {
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
			401: {
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
			404: {
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
			429: {
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
			500: {
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
			401: {
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
			429: {
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
			500: {
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
			401: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			404: {
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
			429: {
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
			500: {
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
			401: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			404: {
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
			410: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			404: {
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
			410: {
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
			429: {
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
			500: {
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
			500: {
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
			500: {
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
			500: {
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
			500: {
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
			500: {
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
			400: {
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
			404: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			409: {
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
			413: {
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
			415: {
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
			422: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			413: {
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
			415: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			413: {
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
			415: {
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
			422: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			413: {
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
			415: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			413: {
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
			415: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			404: {
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
			413: {
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
			415: {
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
			429: {
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
			500: {
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
			503: {
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
			400: {
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
			401: {
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
			429: {
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
			500: {
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
			400: {
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
			401: {
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
			403: {
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
			429: {
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
			500: {
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
		};
	};
}
