CREATE TABLE `canned_replies` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`shortcut` text NOT NULL,
	`content` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`),
	FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `canned_replies_by_shortcut` ON `canned_replies` (`tenant_id`,`shortcut`);--> statement-breakpoint
CREATE TABLE `notes` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`after_seq` integer NOT NULL,
	`cursor` integer NOT NULL,
	`author_id` text NOT NULL,
	`author_name` text NOT NULL,
	`content` text NOT NULL,
	`client_id` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`),
	FOREIGN KEY (`tenant_id`,`conversation_id`) REFERENCES `conversations`(`tenant_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `notes_by_conversation` ON `notes` (`tenant_id`,`conversation_id`,`cursor`);--> statement-breakpoint
CREATE UNIQUE INDEX `notes_once` ON `notes` (`tenant_id`,`author_id`,`client_id`);--> statement-breakpoint
ALTER TABLE `visitors` ADD `page_url` text;--> statement-breakpoint
ALTER TABLE `visitors` ADD `page_title` text;--> statement-breakpoint
ALTER TABLE `visitors` ADD `page_referrer` text;--> statement-breakpoint
ALTER TABLE `visitors` ADD `language` text;--> statement-breakpoint
ALTER TABLE `visitors` ADD `timezone` text;--> statement-breakpoint
ALTER TABLE `visitors` ADD `seen_at` text;--> statement-breakpoint
ALTER TABLE `widgets` ADD `theme` text;--> statement-breakpoint
ALTER TABLE `widgets` ADD `suggested_questions` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `widgets` ADD `pre_chat` text;