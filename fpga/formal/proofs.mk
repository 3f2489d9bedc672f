# What is proved of which modules, and that each proof can fail:
#   make prove-NAME    proves fpga/formal/NAME_proof.sv, unless it was proved for the same sources
#   make refute-NAME   plants a fault in one module, and expects the solver to find it from reset on
FORMAL := $(RTL_ROOT)/fpga/formal
RTL := $(RTL_ROOT)/fpga/rtl
CARD_PKG := $(RTL_ROOT)/sbe-schemas/generated/card_pkg.sv

command_window_DEPTH := 4
command_window_SOURCES := $(CARD_PKG) $(RTL)/ram_1r1w.sv $(FORMAL)/ram_bytes_cut.sv \
	$(RTL)/command_window.sv
# A slot with one byte missing counts as whole.
command_window_FAULT := s/whole_q <= (.*)next_mask == '1/whole_q <= \1next_mask[62:0] == '1/
command_window_BASE := 8

level_fifo_DEPTH := 1
level_fifo_SOURCES := $(RTL_PACKAGES) $(RTL)/ram_1r1w.sv $(RTL)/order_pool.sv $(RTL)/level_list.sv
# The order behind one that leaves keeps it as its neighbour.
level_fifo_FAULT := s/prev_o = link_i \? level_i.tail : prev_i/prev_o = link_i ? level_i.tail : slot_i/
level_fifo_BASE := 6

event_buffer_DEPTH := 1
event_buffer_SOURCES := $(RTL)/event_buffer.sv
# The second place is written while it is taken.
event_buffer_FAULT := s/if \(!full_q\) second_q/second_q/
event_buffer_BASE := 6

event_writer_DEPTH := 1
event_writer_SOURCES := $(CARD_PKG) $(RTL)/event_writer.sv
# The next event does not wait until the bus took the data of the last.
event_writer_FAULT := s/\(!data_valid_q \|\| m_axi_wready_i\)/1'b1/
event_writer_BASE := 8

level_bitmap_DEPTH := 1
level_bitmap_SOURCES := $(RTL)/ram_1r1w.sv $(RTL)/find_bit.sv $(RTL)/bitmap_tier.sv $(RTL)/level_bitmap.sv
# A search takes a word that the tier above does not know.
level_bitmap_FAULT := s/(valid_hit\[t\] = hit\[t\]) && valid/\1/
level_bitmap_BASE := 8

one_last_DEPTH := 1
one_last_SOURCES := $(RTL_PACKAGES) $(addprefix $(RTL)/, split_adder.sv level_list.sv order_vetting.sv \
	maker_lane.sv matching.sv book_keeper.sv definitions.sv judge.sv teller.sv held_command.sv \
	late_reasons.sv sequencer.sv matcher.sv)
# An order that becomes the best is told of as if nothing followed.
one_last_FAULT := s/\(crosses \|\| leaves \|\| improves\)/(crosses || leaves)/
one_last_BASE := 4

PROOFS := command_window level_fifo level_bitmap event_buffer event_writer one_last

.PHONY: $(PROOFS:%=prove-%) $(PROOFS:%=refute-%)
define proof
prove-$(1): $(BUILD)/formal/$(1).proved
refute-$(1): $(BUILD)/formal/$(1).refuted

$(BUILD)/formal/$(1).proved: $$($(1)_SOURCES) $(FORMAL)/$(1)_proof.sv $(FORMAL)/prove $(FORMAL)/proofs.mk
	@BASE=4 $(FORMAL)/prove $(BUILD)/formal/$(1) $(1)_proof $$($(1)_DEPTH) \
	  $$($(1)_SOURCES) $(FORMAL)/$(1)_proof.sv
	@touch $$@

# The fault must change a source (so that it does not go stale), and be found from reset on.
$(BUILD)/formal/$(1).refuted: $$($(1)_SOURCES) $(FORMAL)/$(1)_proof.sv $(FORMAL)/prove $(FORMAL)/proofs.mk
	@rm -rf $(BUILD)/formal/$(1)-fault && mkdir -p $(BUILD)/formal/$(1)-fault
	@cat $$($(1)_SOURCES) >$(BUILD)/formal/$(1)-fault/sound.sv
	@sed -E "$$($(1)_FAULT)" $(BUILD)/formal/$(1)-fault/sound.sv >$(BUILD)/formal/$(1)-fault/faulty.sv
	@! cmp -s $(BUILD)/formal/$(1)-fault/sound.sv $(BUILD)/formal/$(1)-fault/faulty.sv \
	  || { echo "refute-$(1): the fault does not fit the sources any more"; exit 1; }
	@status=0; BASE=$$($(1)_BASE) BASE_ONLY=1 $(FORMAL)/prove $(BUILD)/formal/$(1)-fault $(1)_proof \
	  $$($(1)_DEPTH) $(BUILD)/formal/$(1)-fault/faulty.sv $(FORMAL)/$(1)_proof.sv \
	  >$(BUILD)/formal/$(1)-fault/found || status=$$$$?; \
	  [ $$$$status = 1 ] && grep -q 'Assert failed' $(BUILD)/formal/$(1)-fault/found \
	  || { echo "refute-$(1): the planted fault was not found"; exit 1; }
	@touch $$@
endef
$(foreach name,$(PROOFS),$(eval $(call proof,$(name))))
