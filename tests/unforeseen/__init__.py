"""What nobody planned: errors of the program, machines that fail, processes that are killed."""
