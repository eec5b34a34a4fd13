"""Names that are used from outside the source, so that the search for dead code leaves them alone."""

# Called by Click, by name.
list_commands  # noqa: B018, F821
get_command  # noqa: B018, F821
format_commands  # noqa: B018, F821
list_  # noqa: B018, F821
show_  # noqa: B018, F821
build  # noqa: B018, F821
demo  # noqa: B018, F821
schema  # noqa: B018, F821
extract  # noqa: B018, F821
export_  # noqa: B018, F821
import_  # noqa: B018, F821

# Called by Python, by SQLAlchemy's events, and as `-m` of a worker.
__getattr__  # noqa: B018, F821
__dir__  # noqa: B018, F821
handle_error  # noqa: B018, F821
work  # noqa: B018, F821

# The public interface, and fields that readers of a record or a table use.
to_pandas  # noqa: B018, F821
judged_by  # noqa: B018, F821
dissent  # noqa: B018, F821
superseded  # noqa: B018, F821
set_aside  # noqa: B018, F821
fate  # noqa: B018, F821
interaction  # noqa: B018, F821
successor  # noqa: B018, F821
wikidata  # noqa: B018, F821
plover  # noqa: B018, F821
gtd  # noqa: B018, F821

# Read by their names in the weights file.
weapon_families  # noqa: B018, F821
type_families  # noqa: B018, F821

# Settings of the model's run time, read by name.
intra_op_num_threads  # noqa: B018, F821
inter_op_num_threads  # noqa: B018, F821
log_severity_level  # noqa: B018, F821
# Read by training, by name.
TELLINGS  # noqa: B018, F821

# Asked by the bench.
forget  # noqa: B018, F821

# Read by templates, or part of a page's JSON.
sub_type  # noqa: B018, F821
unmapped  # noqa: B018, F821
imprecise_incidents  # noqa: B018, F821
item_id  # noqa: B018, F821
co_actors  # noqa: B018, F821
annals  # noqa: B018, F821
refused_so_far  # noqa: B018, F821
counted_in  # noqa: B018, F821
history  # noqa: B018, F821
scale_px  # noqa: B018, F821
scale_km  # noqa: B018, F821
strip_top  # noqa: B018, F821
shifts  # noqa: B018, F821
bars  # noqa: B018, F821
dissenting  # noqa: B018, F821
verified  # noqa: B018, F821
filters  # noqa: B018, F821
should_exit  # noqa: B018, F821
counted_between  # noqa: B018, F821
supersedes  # noqa: B018, F821
quote_start  # noqa: B018, F821
quote_end  # noqa: B018, F821
