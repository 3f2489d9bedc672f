# The card's sources, in the order in which they must be read, for the checks. The simulators take
# whatever fpga/rtl holds. RTL_ROOT is the repository's root.
ifndef RTL_ROOT
RTL_ROOT := $(abspath $(dir $(lastword $(MAKEFILE_LIST)))/..)
endif

RTL_PACKAGES := \
	$(RTL_ROOT)/sbe-schemas/generated/card_pkg.sv \
	$(RTL_ROOT)/fpga/rtl/kernel_pkg.sv $(RTL_ROOT)/fpga/rtl/margin_pkg.sv \
	$(RTL_ROOT)/fpga/rtl/margin_stage_pkg.sv

RTL_MODULES := $(addprefix $(RTL_ROOT)/fpga/rtl/, \
	ram_1r1w.sv ram_bytes.sv sum_table.sv delay_line.sv wide_product.sv find_bit.sv split_adder.sv bitmap_tier.sv level_bitmap.sv ladder.sv \
	order_pool.sv position_table.sv account_table.sv instrument_table.sv \
	command_decoder.sv command_measures.sv command_checker.sv intake.sv event_buffer.sv \
	event_builder.sv slot_scan.sv book_walk.sv walker.sv level_list.sv order_vetting.sv \
	maker_lane.sv matching.sv book_keeper.sv definitions.sv judge.sv teller.sv held_command.sv \
	late_reasons.sv sequencer.sv matcher.sv kernel_invariants.sv \
	margin_lane.sv least_of_four.sv least_lanes.sv margin_need.sv \
	position_term.sv term_change.sv margin_terms.sv portfolio_sums.sv portfolio_needs.sv need_change.sv \
	account_sums.sv margin_parameters.sv margin_audit.sv margin_pipe.sv order_reserve.sv trade_side.sv trade_money.sv \
	margin_queue.sv margin_fields.sv margin_accounts.sv \
	margin_portfolios.sv margin_positions.sv margin_orders.sv instrument_terms.sv margin_records.sv \
	margin_groups.sv \
	margin_reasons.sv margin_bounds.sv margin_scan.sv margin_revaluer.sv margin_definer.sv \
	margin_requests.sv margin_ahead.sv margin_conductor.sv margin_front.sv margin_issue.sv margin_lines.sv margin_causes.sv margin_tells.sv margin_events.sv \
	margin_stage.sv kernel.sv counter_memory.sv \
	command_window.sv window_port.sv event_writer.sv register_port.sv registers.sv lockstep_card.sv)

RTL_SOURCES := $(RTL_PACKAGES) $(RTL_MODULES)
RTL_WAIVERS := $(RTL_ROOT)/fpga/lint.vlt
