"""What annals knows of the world: places, actors, weapons. Tables, read only."""
