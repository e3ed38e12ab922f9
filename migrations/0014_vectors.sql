CREATE TABLE `passage_vectors` (
	`rowid` integer PRIMARY KEY NOT NULL,
	`tenant_id` text NOT NULL,
	`model` text NOT NULL,
	`dimensions` integer NOT NULL,
	`vector` F32_BLOB NOT NULL,
	FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `passage_vectors_by_model` ON `passage_vectors` (`tenant_id`,`model`,`dimensions`);--> statement-breakpoint
CREATE TABLE `reference_vectors` (
	`model` text NOT NULL,
	`edition` integer NOT NULL,
	`place` integer NOT NULL,
	`language` text NOT NULL,
	`dimensions` integer NOT NULL,
	`vector` F32_BLOB NOT NULL,
	PRIMARY KEY(`model`, `edition`, `place`)
);
--> statement-breakpoint
ALTER TABLE `passages` ADD `edition` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `passages` ADD `embedded_by` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `passages_by_embedding` ON `passages` (`tenant_id`,`embedded_by`);