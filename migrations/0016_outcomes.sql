CREATE TABLE `message_tallies` (
	`tenant_id` text NOT NULL,
	`slot` integer NOT NULL,
	`visitor` integer DEFAULT 0 NOT NULL,
	`operator` integer DEFAULT 0 NOT NULL,
	`bot` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`tenant_id`, `slot`),
	FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `conversations` ADD `first_reply_ms` integer;--> statement-breakpoint
ALTER TABLE `conversations` ADD `person_wait_ms` integer;--> statement-breakpoint
ALTER TABLE `conversations` ADD `answered_by` text;--> statement-breakpoint
ALTER TABLE `conversations` ADD `hand_off_reason` text;--> statement-breakpoint
ALTER TABLE `conversations` ADD `resolved_at` text;--> statement-breakpoint
ALTER TABLE `conversations` ADD `resolution_ms` integer;--> statement-breakpoint
CREATE INDEX `conversations_by_opening` ON `conversations` (`tenant_id`,`created_at`,`first_reply_ms`,`person_wait_ms`,`answered_by`,`hand_off_reason`);--> statement-breakpoint
CREATE INDEX `conversations_by_resolution` ON `conversations` (`tenant_id`,`resolved_at`,`resolution_ms`) WHERE resolved_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `conversations_by_rating` ON `conversations` (`tenant_id`,`rated_at`,`rating_score`) WHERE rated_at IS NOT NULL;