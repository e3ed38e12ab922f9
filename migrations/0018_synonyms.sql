-- Nothing has ever written to the table before.
DROP TABLE `synonyms`;--> statement-breakpoint
CREATE TABLE `synonyms` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`words` text NOT NULL,
	`terms` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`),
	FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE cascade
);
